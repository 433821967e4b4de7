import type { DirectoryGroup, DirectoryUser } from './dialect.ts'

/** People whom `pushSample` pushes. None of them is in a seed. */
export const sampleUsers: readonly DirectoryUser[] = [
  person('Wanjiru', 'Otieno', 'Staff Engineer', 'Engineering'),
  person('Tove', 'Andersson', 'Software Engineer', 'Engineering'),
  person('Mateus', 'Ferreira', 'Software Engineer', 'Engineering'),
  person('Helena', 'Novak', 'Accountant', 'Accounting'),
  person('Samir', 'Khoury', 'Payroll Manager', 'Accounting'),
  person('Daniel', 'Osei', 'Support Lead', 'Customer Support'),
  person('Zoe', 'Vandijk', 'Support Specialist', 'Customer Support'),
  person('Xinyi', 'Tan', 'Embedded Consultant', 'Engineering'),
]

export const sampleGroups: readonly DirectoryGroup[] = [
  group('Engineering', 'wanjiru.otieno', 'tove.andersson', 'mateus.ferreira', 'xinyi.tan'),
  group('Accounting', 'helena.novak', 'samir.khoury'),
  group('Customer Support', 'daniel.osei', 'zoe.vandijk'),
  group('Contractors', 'xinyi.tan'),
]

function person(
  givenName: string,
  familyName: string,
  title: string,
  department: string,
): DirectoryUser {
  const userName = addressOf(`${givenName}.${familyName}`.toLowerCase())
  return { userName, givenName, familyName, title, department }
}

function group(name: string, ...members: string[]): DirectoryGroup {
  return { name, members: members.map(addressOf) }
}

function addressOf(localPart: string): string {
  return `${localPart}@northwind.example`
}
