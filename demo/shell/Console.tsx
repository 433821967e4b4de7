import { useId, useRef, useState } from 'react'
import { DemoTools } from '../panel/DemoTools.tsx'
import { DirectorySyncPage } from '../pages/DirectorySyncPage.tsx'
import { FleetPage } from '../pages/FleetPage.tsx'
import { MembersPage } from '../pages/MembersPage.tsx'
import { MissionsPage } from '../pages/MissionsPage.tsx'
import { SsoPage } from '../pages/SsoPage.tsx'
import { NavigationContext, useCreateNavigation, usePath } from './navigation.ts'
import { NavLink } from './NavLink.tsx'
import { PersonaSwitcher } from './PersonaSwitcher.tsx'
import { SessionEndedNotice } from './SessionEndedNotice.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { useTheme, type Theme } from './useTheme.ts'

/** From this width on the demo tools have a column of their own; below they lie over the page (styles/tools.css). */
const WIDE = 1080

export const DIRECTORY_PATH = '/settings/directory'
export const MEMBERS_PATH = '/settings/members'
export const SSO_PATH = '/settings/sso'

/** The product: its navigation, its pages, and one page that is the portal. */
export function Console() {
  return (
    <NavigationContext value={useCreateNavigation()}>
      <Layout />
    </NavigationContext>
  )
}

function Layout() {
  const [theme, setTheme] = useTheme()
  const [toolsOpen, setToolsOpen] = useState(() => window.innerWidth > WIDE)
  const toolsId = useId()
  const toolsButton = useRef<HTMLButtonElement>(null)

  function closeTools() {
    setToolsOpen(false)
    toolsButton.current?.focus()
  }

  return (
    <div className="console">
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <nav className="sidebar" aria-label="Console">
        <p className="brand">
          <span className="brand-mark" aria-hidden="true" />
          Northwind Robotics
        </p>
        <div className="nav-group">
          <NavLink to="/">Fleet</NavLink>
          <NavLink to="/missions">Missions</NavLink>
          <span className="nav-title">Settings</span>
          <NavLink to={MEMBERS_PATH}>Members</NavLink>
          <NavLink to={SSO_PATH}>Single sign-on</NavLink>
          <NavLink to={DIRECTORY_PATH}>Directory sync</NavLink>
        </div>
      </nav>
      <header className="topbar">
        <PersonaSwitcher />
        <ThemeSwitch theme={theme} onChange={setTheme} />
        <button
          ref={toolsButton}
          type="button"
          className="button"
          aria-expanded={toolsOpen}
          aria-controls={toolsId}
          onClick={() => setToolsOpen(!toolsOpen)}
        >
          Demo tools
        </button>
      </header>
      <div className="main-column">
        <SessionEndedNotice />
        <main id="content" className="page" tabIndex={-1}>
          <Page theme={theme} />
        </main>
      </div>
      <aside id={toolsId} className="demo-tools" aria-label="Demo tools" hidden={!toolsOpen}>
        <DemoTools onClose={closeTools} />
      </aside>
    </div>
  )
}

function Page({ theme }: { theme: Theme }) {
  const path = usePath()
  switch (path) {
    case DIRECTORY_PATH:
      return <DirectorySyncPage theme={theme} />
    case MEMBERS_PATH:
      return <MembersPage theme={theme} />
    case SSO_PATH:
      return <SsoPage theme={theme} />
    case '/missions':
      return <MissionsPage />
    case '/':
      return <FleetPage />
    default:
      return (
        <header className="page-header">
          <h1>Nothing here</h1>
          <p>
            The console has no page at <code>{path}</code>.
          </p>
        </header>
      )
  }
}
