import { createRoot } from 'react-dom/client'
import { mountPoint } from '../mountPoint.ts'

/** React alone: what both portals need anyway, to be taken off their bytes. */
createRoot(mountPoint()).render(<p>React</p>)
