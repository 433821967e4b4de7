'use client'
import { useId, useState } from 'react'
import type { DragEvent } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { ErrorIcon, UploadIcon } from './icons.tsx'

export interface FileDropProps {
  /** What the file is: `CSV file with addresses`. */
  label: string
  hint?: string | undefined
  /** Endings and types, as of an input: `.csv,text/csv`. A file that has one of them is taken. */
  accept?: string | undefined
  /** More than one at once. @default false */
  multiple?: boolean | undefined
  /** Files that fit; none else get here. */
  onFiles: (files: File[]) => void
  /** What is wrong with what was given: `The file has no rows`. */
  error?: string | undefined
}

/** Takes a file by a button or by dropping it; what does not fit is refused in place. */
export function FileDrop({
  label,
  hint,
  accept = '',
  multiple = false,
  onFiles,
  error,
  ...props
}: FileDropProps) {
  const { fileDrop } = useUiMessages()
  const id = useId()
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const shownError = refusal ?? error
  const describedBy =
    [shownError && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  const take = (files: File[]) => {
    const unfit = files.find((file) => !fits(file, accept))
    const tooMany = !multiple && files.length > 1
    const refused = tooMany
      ? fileDrop.tooMany
      : unfit
        ? fileDrop.wrongType(unfit.name, endingsOf(accept))
        : null
    setRefusal(refused)
    if (refused === null && files.length > 0) onFiles(files)
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      data-part="file-drop"
      data-state={over ? 'over' : shownError ? 'invalid' : 'ready'}
      onDragEnter={hover}
      onDragOver={hover}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(Array.from(event.dataTransfer.files))
      }}
      {...props}
    >
      <UploadIcon />
      <div data-part="file-drop-text">
        <span data-part="label" id={`${id}-label`}>
          {label}
        </span>
        {hint && (
          <p data-part="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <div data-part="file-drop-choose">
        <input
          type="file"
          id={id}
          data-part="visually-hidden"
          accept={accept || undefined}
          multiple={multiple}
          aria-labelledby={`${id}-label ${id}-choose`}
          aria-describedby={describedBy}
          aria-invalid={shownError ? true : undefined}
          onChange={({ target }) => {
            take(Array.from(target.files ?? []))
            // The same file, mended, can be chosen again.
            target.value = ''
          }}
        />
        <label htmlFor={id} id={`${id}-choose`} data-part="button" data-size="small">
          {multiple ? fileDrop.chooseSeveral : fileDrop.choose}
        </label>
        <span data-part="hint">{fileDrop.orDrop}</span>
      </div>
      <div data-part="field-errors" id={`${id}-error`} aria-live="polite">
        {shownError && (
          <p data-part="field-error">
            <ErrorIcon />
            <span data-part="text">{shownError}</span>
          </p>
        )}
      </div>
    </div>
  )
}

/** By ending or by type: what a system calls the type of a CSV differs from machine to machine. */
function fits(file: File, accept: string): boolean {
  const patterns = splitAccept(accept)
  return (
    patterns.length === 0 ||
    patterns.some((pattern) =>
      pattern.startsWith('.')
        ? file.name.toLowerCase().endsWith(pattern)
        : pattern.endsWith('/*')
          ? file.type.startsWith(pattern.slice(0, -1))
          : file.type === pattern,
    )
  )
}

/** What people know a type by. */
function endingsOf(accept: string): string[] {
  const patterns = splitAccept(accept)
  const endings = patterns.filter((pattern) => pattern.startsWith('.'))
  return endings.length > 0 ? endings : patterns
}

function splitAccept(accept: string): string[] {
  return accept
    .toLowerCase()
    .split(',')
    .map((pattern) => pattern.trim())
    .filter(Boolean)
}
