import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { PortalRoot } from 'orgportal/components'
import { Callout, Field, MultiSelect, SettingsCard } from 'orgportal/ui'

const options = [
  { value: 'engineer', label: 'Engineer' },
  { value: 'viewer', label: 'Viewer' },
]

function Roles() {
  const [editing, setEditing] = useState(false)
  return (
    <SettingsCard
      title="Roles"
      editing={editing}
      dirty={false}
      onEdit={() => setEditing(true)}
      onCancel={() => setEditing(false)}
      onSave={() => setEditing(false)}
      form={
        <>
          <Callout actions={<button>Show their version</button>}>Somebody saved meanwhile</Callout>
          <Field label="Roles of Finance">
            <MultiSelect value={['engineer']} options={options} onValueChange={() => undefined} />
          </Field>
        </>
      }
    >
      Engineer
    </SettingsCard>
  )
}

describe('SettingsCard', () => {
  it('begins at the first field, not at a button before it', async () => {
    render(
      <PortalRoot>
        <Roles />
      </PortalRoot>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Edit Roles' }))
    expect(screen.getByRole('button', { name: 'Remove Engineer' })).toBeVisible()
    expect(screen.getByRole('combobox', { name: 'Roles of Finance' })).toHaveFocus()
  })
})
