import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Emulator } from 'orgportal/emulator'
import { openMember, type Stored } from './memberCards.tsx'

const card = () => within(screen.getByRole('region', { name: 'Second factor' }))
const dialogNamed = async (name: string) => within(await screen.findByRole('dialog', { name }))

const withPhone = (_emulator: Emulator, member: Stored) => {
  member.mfa_phone_number = '+46701740699'
  member.mfa_phone_number_verified = true
}

describe('second factor of a member', () => {
  it('is asked for by a switch, in one request', async () => {
    const { member, user, writes } = await openMember({ name: 'Grace Kimani' })
    const toggle = card().getByRole('switch', { name: 'Ask for a second factor at each sign-in' })
    await user.click(toggle)
    expect(toggle).toBeChecked()
    expect(toggle).toHaveAccessibleDescription(/has to be set up at the next sign-in/)
    await waitFor(() => expect(member.mfa_enrolled).toBe(true))
    expect(writes()).toEqual(['PUT /b2b/organizations/members/:id'])
  })

  it('goes back when the switch was refused, with the reason', async () => {
    const { user } = await openMember({
      name: 'Grace Kimani',
      faults: [{ method: 'PUT', path: '/sdk/v1/b2b/organizations/members/*', status: 403 }],
    })
    const toggle = card().getByRole('switch')
    await user.click(toggle)
    expect(await card().findByText('The setting was not changed')).toBeVisible()
    expect(card().getByText('Your roles do not allow it any more.')).toBeVisible()
    expect(toggle).not.toBeChecked()
  })

  it('has no switch where the organization requires it of all', async () => {
    await openMember({
      name: 'Grace Kimani',
      then: ({ data }) => {
        for (const organization of Object.values(data.organizations)) {
          organization.mfa_policy = 'REQUIRED_FOR_ALL'
        }
      },
    })
    expect(card().queryByRole('switch')).toBeNull()
    expect(card().getByText('Required by the organization at each sign-in')).toBeVisible()
    expect(card().getByText(/No second factor is set up/)).toBeVisible()
  })

  it('lets one choose what is asked for first only where there are two', async () => {
    const { member, user, writes } = await openMember({ name: 'Dmitri Volkov', world: withPhone })
    const select = card().getByRole('combobox', { name: 'Asked for first' })
    expect(select).toHaveValue('totp')
    await user.selectOptions(select, 'Code by text message')
    expect(select).toHaveValue('sms_otp')
    await waitFor(() => expect(member.default_mfa_method).toBe('sms_otp'))
    expect(writes()).toEqual(['PUT /b2b/organizations/members/:id'])
  })

  it('offers no method that the organization does not allow', async () => {
    await openMember({
      name: 'Dmitri Volkov',
      world: (emulator, member) => {
        withPhone(emulator, member)
        for (const organization of Object.values(emulator.data.organizations)) {
          organization.mfa_methods = 'RESTRICTED'
          organization.allowed_mfa_methods = ['totp']
        }
      },
    })
    expect(card().queryByRole('combobox')).toBeNull()
    expect(card().getByText('Code of the authenticator app')).toBeVisible()
    expect(card().getByText(/Not among the second factors/)).toBeVisible()
  })

  it('says why an auditor can change nothing', async () => {
    const { user, writes } = await openMember({ name: 'Jonas Lindqvist', persona: 'auditor' })
    for (const name of ['Remove phone number', 'Reset second factors']) {
      const button = card().getByRole('button', { name })
      expect(button).toHaveAttribute('aria-disabled', 'true')
      await user.click(button)
    }
    await user.click(card().getByRole('switch'))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(writes()).toEqual([])
  })

  it('is shown, but not changed, on who is deactivated', async () => {
    await openMember({ name: 'Søren Krogh' })
    expect(card().getByRole('switch')).toBeDisabled()
    expect(card().queryByRole('button')).toBeNull()
    expect(screen.getByText(/unless the member is reactivated/)).toBeVisible()
  })
})

describe('phone number of a member', () => {
  it('is entered as it is dialled, and sent in E.164 once', async () => {
    const { member, emulator, user, writes } = await openMember({ name: 'Grace Kimani' })
    await user.click(card().getByRole('button', { name: 'Add number' }))
    const number = await card().findByRole('textbox', { name: 'Number' })
    expect(number).toHaveFocus()
    expect(card().getByRole('combobox', { name: 'Country' })).toHaveValue('GB')
    await user.selectOptions(card().getByRole('combobox', { name: 'Country' }), 'Sweden (+46)')
    await user.type(number, '070-174 06 99')
    expect(number).toHaveAccessibleDescription('Stored as +46701740699.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(
      await card().findByText('+46 701 740 699 was added. The member confirms it with a code.'),
    ).toBeVisible()
    expect(card().getByText('Not confirmed')).toBeVisible()
    expect(member.mfa_phone_number).toBe('+46701740699')
    expect(writes()).toEqual(['PUT /b2b/organizations/members/:id'])
    expect(emulator.requests.at(-1)).toMatchObject({ status: 200 })
    expect(card().getByRole('button', { name: 'Remove phone number' })).toHaveFocus()
  })

  it('takes the country from what is pasted', async () => {
    const { user } = await openMember({ name: 'Grace Kimani' })
    await user.click(card().getByRole('button', { name: 'Add number' }))
    await user.click(await card().findByRole('textbox', { name: 'Number' }))
    await user.paste('+49 (0)30 901820')
    expect(card().getByRole('combobox', { name: 'Country' })).toHaveValue('DE')
    expect(card().getByText('Stored as +4930901820.')).toBeVisible()
  })

  it('is not sent while it is wrong', async () => {
    const { user, writes } = await openMember({ name: 'Grace Kimani' })
    await user.click(card().getByRole('button', { name: 'Add number' }))
    const number = await card().findByRole('textbox', { name: 'Number' })
    await user.type(number, '07{Enter}')
    expect(card().getByText('The number is too short.')).toBeVisible()
    expect(number).toHaveAttribute('aria-invalid', 'true')
    expect(writes()).toEqual([])
  })

  it('stays as typed when another member has it', async () => {
    const { user } = await openMember({ name: 'Grace Kimani' })
    await user.click(card().getByRole('button', { name: 'Add number' }))
    const number = await card().findByRole('textbox', { name: 'Number' })
    await user.click(number)
    await user.paste('+46701740605')
    await user.keyboard('{Enter}')
    expect(await card().findByRole('alert')).toHaveTextContent(
      'Another member of the organization has this number.',
    )
    expect(number).toHaveValue('701740605')
  })

  it('asks before what was typed is dropped', async () => {
    const { user } = await openMember({ name: 'Grace Kimani' })
    await user.click(card().getByRole('button', { name: 'Add number' }))
    await user.type(await card().findByRole('textbox', { name: 'Number' }), '07911')
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Keep editing' }))
    expect(card().getByRole('textbox', { name: 'Number' })).toHaveValue('07911')
    await user.click(card().getByRole('button', { name: 'Cancel' }))
    await user.click(await screen.findByRole('button', { name: 'Discard changes' }))
    await waitFor(() => expect(card().getByRole('button', { name: 'Add number' })).toHaveFocus())
  })

  it('is removed after a question, by keyboard, in one request', async () => {
    const { member, user, writes } = await openMember({ name: 'Jonas Lindqvist' })
    expect(card().getByText('+46 701 740 605')).toBeVisible()
    expect(card().getByText(/remove this one first/)).toBeVisible()
    card().getByRole('button', { name: 'Remove phone number' }).focus()
    await user.keyboard('{Enter}')
    const dialog = await dialogNamed('Remove the phone number of Jonas Lindqvist?')
    expect(dialog.getByText('The next sign-in asks for no second factor.')).toBeVisible()
    expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await user.tab()
    await user.keyboard('{Enter}')
    expect(await card().findByText('The phone number was removed.')).toBeVisible()
    expect(member.mfa_phone_number).toBe('')
    expect(writes()).toEqual(['DELETE /b2b/organizations/members/mfa_phone_numbers/:id'])
    await waitFor(() => expect(card().getByRole('button', { name: 'Add number' })).toHaveFocus())
  })

  it('is one’s own to change for a plain member who may see members', async () => {
    await openMember({
      name: 'Grace Kimani',
      persona: 'self',
      world: (_emulator, member) => member.role_ids.push('auditor'),
    })
    expect(card().getByRole('button', { name: 'Add number' })).not.toHaveAttribute('aria-disabled')
    expect(card().getByRole('switch')).not.toHaveAttribute('aria-disabled')
  })
})

describe('authenticator app of a member', () => {
  it('is removed with its recovery codes, in one request', async () => {
    const { emulator, member, user, writes } = await openMember({ name: 'Dmitri Volkov' })
    await user.click(card().getByRole('button', { name: 'Remove authenticator app' }))
    const dialog = await dialogNamed('Remove the authenticator app of Dmitri Volkov?')
    expect(dialog.getByText(/has to be set up again/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Remove authenticator app' }))
    expect(await card().findByText('The authenticator app was removed.')).toBeVisible()
    expect(member.totp_registration_id).toBe('')
    expect(emulator.data.recovery_codes[member.member_id]).toBeUndefined()
    expect(writes()).toEqual(['DELETE /b2b/organizations/members/totp/:id'])
    await waitFor(() =>
      expect(card().getByText('The authenticator app was removed.')).toHaveFocus(),
    )
  })
})

describe('reset of the second factors', () => {
  it('removes all that is there, one request each', async () => {
    const { member, user, writes } = await openMember({ name: 'Dmitri Volkov', world: withPhone })
    await user.click(card().getByRole('button', { name: 'Reset second factors' }))
    const dialog = await dialogNamed('Reset the second factors of Dmitri Volkov?')
    expect(dialog.getAllByText('Will be removed')).toHaveLength(2)
    await user.click(dialog.getByRole('button', { name: 'Reset' }))
    expect(await card().findByText('The second factors were reset.')).toBeVisible()
    expect([member.mfa_phone_number, member.totp_registration_id]).toEqual(['', ''])
    expect(writes()).toEqual([
      'DELETE /b2b/organizations/members/mfa_phone_numbers/:id',
      'DELETE /b2b/organizations/members/totp/:id',
    ])
    expect(card().queryByRole('button', { name: 'Reset second factors' })).toBeNull()
  })

  it('says what was removed and what was not, and tries only that again', async () => {
    const { user, writes } = await openMember({
      name: 'Dmitri Volkov',
      world: withPhone,
      faults: [
        {
          path: '/sdk/v1/b2b/organizations/members/mfa_phone_numbers/*',
          status: 409,
          error_type: 'not_now',
        },
      ],
    })
    await user.click(card().getByRole('button', { name: 'Reset second factors' }))
    const dialog = await dialogNamed('Reset the second factors of Dmitri Volkov?')
    await user.click(dialog.getByRole('button', { name: 'Reset' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('Not everything was removed')
    const [phone, app] = dialog.getAllByRole('listitem')
    expect(phone).toHaveTextContent('Not removed')
    expect(app).toHaveTextContent('Removed')
    await user.click(dialog.getByRole('button', { name: 'Try again' }))
    expect(await card().findByText('The second factors were reset.')).toBeVisible()
    expect(writes().filter((request) => request.includes('totp'))).toHaveLength(1)
    expect(writes()).toHaveLength(3)
  })
})
