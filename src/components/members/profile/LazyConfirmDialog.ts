import { lazyWhenOpen, type LazySurface } from '../../ui/lazyWhenOpen.tsx'
import type { ConfirmDialogProps } from '../../ui/ConfirmDialog.tsx'

/** The confirm dialog, whose code is loaded when one is first opened. */
export const LazyConfirmDialog: LazySurface<ConfirmDialogProps> = lazyWhenOpen(() =>
  import('../../ui/ConfirmDialog.tsx').then((file) => file.ConfirmDialog),
)
