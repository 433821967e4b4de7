import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  Button,
  Callout,
  Card,
  Checkbox,
  ChoiceCards,
  CopyField,
  Field,
  MultiSelect,
  Row,
  Rows,
  Select,
  Switch,
  Table,
  Tag,
  TextInput,
} from 'orgportal/ui'
import { expect } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const groups = ['Engineering', 'Finance']

function Everything() {
  return (
    <div data-part="part-body">
      <Card
        title="Details"
        description="What this connection is called."
        action={<Button>Edit</Button>}
      >
        <Rows>
          <Row label="Display name">Okta production</Row>
          <Row label="Roles">
            <Tag tone="accent">Engineer</Tag>
          </Row>
        </Rows>
        <Field label="Display name" hint="Shown to admins only.">
          <TextInput defaultValue="Okta" />
        </Field>
        <Field label="Provider" error="Choose one.">
          <Select options={[{ value: 'okta', label: 'Okta' }]} />
        </Field>
        <Field label="Roles">
          <MultiSelect
            options={[{ value: 'engineer', label: 'Engineer' }]}
            value={['engineer']}
            onValueChange={() => {}}
          />
        </Field>
        <Checkbox label="Stored" />
        <Switch label="Invitations" />
        <ChoiceCards
          legend="Provider"
          choices={[{ value: 'okta', title: 'Okta' }]}
          value={null}
          onValueChange={() => {}}
        />
        <CopyField label="Base URL" value="https://api.northwind.example" />
      </Card>
      <Table
        caption="Groups"
        rows={groups}
        getKey={(group) => group}
        columns={[
          { id: 'name', header: 'Group', cell: (group) => group },
          { id: 'count', header: 'Members', align: 'end', cell: (group) => group.length },
        ]}
      />
      <Callout
        tone="warning"
        title="The token ends in 12 days"
        actions={<Button size="small">Rotate</Button>}
      />
    </div>
  )
}

/** A page whose element rules hit everything that a reset or a framework's base styles may hit, and harder. */
const hostRules = `
  *, ::before, ::after { margin: 0; padding: 0; border: 0 solid red; box-sizing: content-box }
  h2, h3 { font: 40px serif; margin: 30px 0; color: tomato; text-transform: uppercase }
  p { margin: 0 0 24px; font-size: 22px; line-height: 2 }
  a { color: hotpink; text-decoration: line-through }
  button { background: transparent; border-radius: 0; padding: 0; color: lime; font: italic 20px serif; min-height: 90px }
  input, select { background: yellow; border: 5px dashed red; padding: 20px; height: 80px; width: 50px; appearance: auto }
  label, legend { display: block; float: left; width: 100%; font-size: 30px; margin-bottom: 40px; color: red }
  fieldset { border: 4px solid red; padding: 40px }
  table { border-collapse: collapse; caption-side: bottom; width: auto }
  th, td { border: 2px solid red; padding: 30px; text-align: center; background: pink }
  ul, ol, li { list-style: square; padding-left: 80px; margin: 40px; color: red }
  dl, dt, dd { margin: 20px; font-weight: 900; color: purple }
  svg { display: block; width: 100px; vertical-align: middle }
  code { color: red; background: yellow; font-size: 30px; padding: 9px }
  section, header, footer, div, span { letter-spacing: 2px; background: orange; text-align: right }
`

const held = [
  'background-color',
  'border-top-width',
  'border-top-left-radius',
  'box-sizing',
  'color',
  'display',
  'float',
  'font-size',
  'font-weight',
  'letter-spacing',
  'line-height',
  'margin-bottom',
  'padding-left',
  'text-align',
  'text-transform',
  'width',
]

function looks(root: Element): string[] {
  return [...root.querySelectorAll('[data-part]')].map((element) => {
    const style = getComputedStyle(element)
    const values = held.map((property) => `${property}: ${style.getPropertyValue(property)}`)
    return `${element.getAttribute('data-part') ?? ''} { ${values.join('; ')} }`
  })
}

const meta = {
  title: 'ui/In a host page',
  component: Everything,
  decorators: [inPortal],
} satisfies Meta<typeof Everything>

export default meta
type Story = StoryObj<typeof meta>

/** Element rules of the page around change nothing here. */
export const TakesNothingFromTheHost: Story = {
  play: async ({ canvasElement }) => {
    const before = looks(canvasElement)
    const sheet = document.createElement('style')
    sheet.textContent = hostRules
    document.head.append(sheet)
    try {
      await expect(getComputedStyle(sheet).display).toBe('none')
      await expect(looks(canvasElement)).toEqual(before)
    } finally {
      sheet.remove()
    }
  },
}

/** A host reaches in through the layer that is kept for it, without `!important`. */
export const OpenToTheHost: Story = {
  play: async ({ canvas }) => {
    const sheet = document.createElement('style')
    sheet.textContent = `
      @layer orgportal.host { .orgportal [data-part='button'] { border-radius: 18px } }
      .orgportal { --orgportal-accent: oklch(0.9 0.15 100) }
    `
    const button = canvas.getByRole('button', { name: 'Edit' })
    await expect(getComputedStyle(button).borderTopLeftRadius).toBe('6px')
    document.head.append(sheet)
    try {
      await expect(getComputedStyle(button).borderTopLeftRadius).toBe('18px')
    } finally {
      sheet.remove()
    }
  },
}

/** Every selector of ours begins at the theme root. */
export const GivesNothingToTheHost: Story = {
  play: async () => {
    const selectors = [...document.styleSheets].flatMap((sheet) =>
      layerSelectors(sheet.cssRules, false),
    )
    await expect(selectors.length).toBeGreaterThan(5)
    await expect(selectors.filter((selector) => !selector.startsWith('.orgportal'))).toEqual([])
  },
}

/** Selectors at the top of our layers. */
function layerSelectors(rules: CSSRuleList, ours: boolean): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSLayerBlockRule) {
      return layerSelectors(rule.cssRules, ours || rule.name.startsWith('orgportal'))
    }
    return ours && rule instanceof CSSStyleRule ? [rule.selectorText] : []
  })
}
