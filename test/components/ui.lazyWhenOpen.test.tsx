import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { lazyWhenOpen } from 'orgportal/ui'

function Surface({ open }: { open: boolean }) {
  return open ? <p>Loaded</p> : null
}

describe('lazyWhenOpen', () => {
  it('loads nothing before it is opened', async () => {
    const load = vi.fn(() => Promise.resolve(Surface))
    const Lazy = lazyWhenOpen(load)
    const { rerender } = render(<Lazy open={false} />)
    expect(load).not.toHaveBeenCalled()
    rerender(<Lazy open />)
    expect(await screen.findByText('Loaded')).toBeInTheDocument()
    rerender(<Lazy open={false} />)
    expect(screen.queryByText('Loaded')).toBeNull()
    rerender(<Lazy open />)
    expect(screen.getByText('Loaded')).toBeInTheDocument()
    expect(load).toHaveBeenCalledOnce()
  })

  it('says when the code cannot be loaded, and Retry loads again', async () => {
    const load = vi.fn(() => Promise.resolve(Surface))
    load.mockRejectedValueOnce(new Error('chunk failed'))
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => {})
    const Lazy = lazyWhenOpen(load)
    render(<Lazy open />)
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be loaded')
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(await screen.findByText('Loaded')).toBeInTheDocument()
    silenced.mockRestore()
  })
})
