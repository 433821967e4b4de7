import type { SVGProps } from 'react'

export type IconProps = SVGProps<SVGSVGElement>
export type Icon = (props: IconProps) => React.JSX.Element

/* Sixteen by sixteen, drawn in the text's colour; what an icon means is always said in words beside it. */
function icon(path: string, strokeWidth = 1.5): Icon {
  return function Icon(props) {
    return (
      <svg
        data-part="icon"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth={strokeWidth}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        {...props}
      >
        <path d={path} />
      </svg>
    )
  }
}

export const CheckIcon = icon('m3 8.5 3.25 3.25L13 5')
export const CloseIcon = icon('m4 4 8 8m0-8-8 8')
export const ChevronDownIcon = icon('m4 6 4 4 4-4')
export const ChevronRightIcon = icon('m6 4 4 4-4 4')
export const ChevronLeftIcon = icon('m10 4-4 4 4 4')
export const ArrowLeftIcon = icon('M13 8H3m4-4L3 8l4 4')
export const PlusIcon = icon('M8 3v10M3 8h10')
export const MoreIcon = icon('M3 8h.01M8 8h.01M13 8h.01', 2.5)
export const SearchIcon = icon('M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.2 3.2')
export const CopyIcon = icon(
  'M6.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Zm-4 5v-7a1 1 0 0 1 1-1h7',
)
export const ExternalIcon = icon(
  'M9.5 2.5h4v4m0-4-6 6M6.5 3.5h-3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-3',
)
export const AlertIcon = icon(
  'M8 6.5v3m0 2h.01M7.1 2.6 1.7 12a1 1 0 0 0 .9 1.5h10.8a1 1 0 0 0 .9-1.5L8.9 2.6a1 1 0 0 0-1.8 0Z',
)
export const InfoIcon = icon('M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-6.5v3.5m0-6h.01')
export const SuccessIcon = icon('M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM5.5 8.25l1.75 1.75 3.25-3.75')
export const ErrorIcon = icon('M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-8.75v3.5m0 2.25h.01')
export const RefreshIcon = icon('M13.5 8a5.5 5.5 0 1 1-1.6-3.9l1.6 1.6m0-3.2v3.2h-3.2')
export const TrashIcon = icon(
  'M2.5 4.5h11m-7-2h3m-5.5 2 .6 8a1 1 0 0 0 1 1h4.8a1 1 0 0 0 1-1l.6-8m-5.5 3v3m3-3v3',
)
export const KeyIcon = icon(
  'M5.25 13.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5Zm2-4.75 6-6.25m-2.25 2.25L13 6.75',
)
export const UsersIcon = icon(
  'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-4.5 6c0-2.2 2-3.5 4.5-3.5s4.5 1.3 4.5 3.5m0-11a2.5 2.5 0 0 1 0 4.9m1.4 2.8c1.6.5 2.6 1.6 2.6 3.3',
)
export const ClockIcon = icon('M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-9v3l2 1.5')
export const LockIcon = icon(
  'M4 7.5h8a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1Zm1.5 0V5a2.5 2.5 0 0 1 5 0v2.5',
)
export const UploadIcon = icon(
  'M8 10.5v-8m-3 3 3-3 3 3M2.5 10v2.5a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V10',
)
export const DownloadIcon = icon(
  'M8 2.5v8m-3-3 3 3 3-3M2.5 10v2.5a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V10',
)
export const ColumnsIcon = icon(
  'M3 3.5h10a.5.5 0 0 1 .5.5v8a.5.5 0 0 1-.5.5H3a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5Zm3.5 0v9m3-9v9',
)
export const PauseIcon = icon('M5.5 4v8m5-8v8', 2)
export const PlayIcon = icon('M5 3.5v9l7-4.5-7-4.5Z')
export const EditIcon = icon('m9.5 4.5 2 2M3 13l.6-2.6 7-7a1.4 1.4 0 0 1 2 2l-7 7L3 13Z')
export const EyeIcon = icon(
  'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 9.75a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5Z',
)
