'use client'
import type { ReactNode } from 'react'
import { formatList } from '../../i18n/format.ts'
import type { GuideWords } from '../../i18n/en/sso/guides/GuideWords.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import type { SsoPicture } from './SsoGuide.ts'
import { useGuidePictureMessages } from './useGuidePictureMessages.ts'

export interface GuidePictureProps {
  picture: SsoPicture
  words: GuideWords
}

/** A line drawing of a place in another console: what to look for, and what goes in. It scales to its box. */
export function GuidePicture({ picture, words }: GuidePictureProps) {
  const messages = useGuidePictureMessages()
  const locale = useLocale()
  const labels = picture.labels.flatMap((id) => {
    const text = words.pictures?.[id]
    return text === undefined ? [] : [readLabel(id, text, id === picture.at)]
  })
  const { height, content } = drawings[picture.type](labels)
  const said =
    picture.type === 'menu'
      ? labels.map(({ label }) => label).join(' > ')
      : formatList(
          locale,
          labels.map(({ text }) => text),
        )
  return (
    <svg
      data-part="sso-picture"
      role="img"
      aria-label={messages[picture.type](words.console, said)}
      viewBox={`0 0 ${WIDTH} ${height}`}
      width="100%"
      height={height}
      preserveAspectRatio="xMinYMin meet"
      fontSize={12}
      focusable="false"
    >
      <g aria-hidden="true">
        <rect {...box(0.5, 0.5, WIDTH - 1, height - 1, 8)} fill="var(--orgportal-surface-sunken)" />
        {content}
      </g>
    </svg>
  )
}

const WIDTH = 360
const ROW = 28

interface Label {
  id: string
  text: string
  label: string
  /** What goes into the field, where the words say so: "Label = content". */
  content: string | undefined
  here: boolean
}

function readLabel(id: string, text: string, here: boolean): Label {
  const [label = '', content] = text.split(' = ')
  return { id, text, label, content, here }
}

interface Drawing {
  height: number
  content: ReactNode
}

const drawings: Record<SsoPicture['type'], (labels: readonly Label[]) => Drawing> = {
  menu: (labels) => {
    const height = Math.max(labels.length * ROW + 24, 88)
    return {
      height,
      content: (
        <>
          <path {...line} d={`M200.5 1v${height - 2}`} />
          {labels.map((label, index) => (
            <g key={label.id} transform={`translate(${12 + index * 10} ${12 + index * ROW})`}>
              {label.here && <Mark width={178 - index * 10} />}
              <Text x={8} {...label} />
            </g>
          ))}
          <Blank x={218} y={20} width={76} />
          <Blank x={218} y={40} width={124} />
          <Blank x={218} y={56} width={104} />
        </>
      ),
    }
  },
  form: (labels) => ({
    height: labels.length * 50 + 18,
    content: labels.map((label, index) => (
      <g key={label.id} transform={`translate(14 ${10 + index * 50})`}>
        <Text x={0} y={12} {...label} />
        <rect
          {...box(0, 20, WIDTH - 28, 24, 4)}
          fill="var(--orgportal-surface)"
          {...(label.here && { stroke: 'var(--orgportal-accent)', strokeWidth: 1.5 })}
        />
        {label.content !== undefined && <Text x={8} y={36} label={label.content} typed />}
      </g>
    )),
  }),
  attributes: (labels) => ({
    height: labels.length * ROW + 20,
    content: labels.map((label, index) => (
      <g key={label.id} transform={`translate(14 ${10 + index * ROW})`}>
        {index > 0 && <path {...line} stroke="var(--orgportal-border)" d={`M0 .5h${WIDTH - 28}`} />}
        {label.here && <Mark width={WIDTH - 28} />}
        <Text x={8} {...label} typed />
        <path {...line} d="M134 14h16m-4-4 4 4-4 4" />
        {label.content !== undefined && <Text x={166} label={label.content} here={label.here} />}
      </g>
    )),
  }),
  values: (labels) => ({
    height: labels.length * ROW + 20,
    content: labels.map((label, index) => (
      <g key={label.id} transform={`translate(14 ${10 + index * ROW})`}>
        {label.here && <Mark width={WIDTH - 28} />}
        <Text x={8} {...label} />
        <Blank x={226} y={11} width={70} />
        <path {...line} d="M312 10h8v8h-8zm-3 5h-1V6h9v1" />
      </g>
    )),
  }),
  // The first label is the tab, the second the button.
  assign: ([tab, button]) => ({
    height: 112,
    content: (
      <>
        {tab && <Text x={22} y={28} {...tab} />}
        <path {...line} stroke="var(--orgportal-accent)" strokeWidth={2} d="M14 38h96" />
        <path {...line} d="M110 38.5h236" />
        {button && (
          <>
            <rect {...box(210, 10, 136, 22, 4)} fill="var(--orgportal-accent-subtle)" />
            <Text x={278} y={25} label={button.label} here centred />
          </>
        )}
        {[52, 82].map((y) => (
          <g key={y} transform={`translate(22 ${y})`}>
            <circle {...line} cx={8} cy={5} r={4} />
            <path {...line} d="M1 20c1-9 13-9 14 0" />
            <Blank x={30} y={6} width={120} />
          </g>
        ))}
      </>
    ),
  }),
}

/** What is looked for. */
function Mark({ width }: { width: number }) {
  return (
    <rect
      {...box(0, 2, width, ROW - 4, 5)}
      fill="var(--orgportal-accent-subtle)"
      stroke="var(--orgportal-accent-border)"
    />
  )
}

/** Something that does not matter here. */
function Blank({ x, y, width }: { x: number; y: number; width: number }) {
  return <rect x={x} y={y} width={width} height={6} rx={3} fill="var(--orgportal-neutral-6)" />
}

interface TextProps {
  x: number
  y?: number
  label: string
  here?: boolean
  typed?: boolean
  centred?: boolean
}

function Text({ x, y = 18, label, here = false, typed = false, centred = false }: TextProps) {
  return (
    <text
      x={x}
      y={y}
      fill={here ? 'var(--orgportal-accent-text)' : 'var(--orgportal-text)'}
      fontWeight={here ? 500 : 400}
      {...(typed && { fontFamily: 'var(--orgportal-font-mono)', fontSize: 11 })}
      {...(centred && { textAnchor: 'middle' as const })}
    >
      {label}
    </text>
  )
}

const line = { fill: 'none', stroke: 'var(--orgportal-neutral-8)' }

function box(x: number, y: number, width: number, height: number, rx: number) {
  return { x, y, width, height, rx, stroke: 'var(--orgportal-neutral-7)' }
}
