'use client'
import { Fragment } from 'react'
import { ChevronRightIcon } from '../../ui/icons.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { readInstruction, type InstructionPiece } from './readInstruction.ts'

export interface InstructionsProps {
  /** As the words of a guide have them: `*label*`, `*A > B*` and backticks; see `readInstruction`. */
  instructions: readonly string[]
}

/** What to do in another console, one thing after the other. */
export function Instructions({ instructions }: InstructionsProps) {
  return (
    <ol data-part="sso-instructions">
      {instructions.map((instruction) => (
        <li key={instruction}>
          <Instruction text={instruction} />
        </li>
      ))}
    </ol>
  )
}

/** One instruction, or a note, with its labels set off. */
export function Instruction({ text }: { text: string }) {
  return readInstruction(text).map((piece, index) => (
    <Fragment key={index}>
      <Piece piece={piece} />
    </Fragment>
  ))
}

function Piece({ piece }: { piece: InstructionPiece }) {
  switch (piece.type) {
    case 'text':
      return piece.text
    case 'code':
      return <code data-part="sso-typed">{piece.text}</code>
    case 'path':
      return (
        <strong data-part="sso-path">
          {piece.labels.map((label, index) => (
            <Fragment key={index}>
              {index > 0 && (
                <>
                  <VisuallyHidden>, </VisuallyHidden>
                  <ChevronRightIcon />
                </>
              )}
              {label}
            </Fragment>
          ))}
        </strong>
      )
  }
}
