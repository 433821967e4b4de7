import type { Theme } from './useTheme.ts'

const LABELS: Record<Theme, string> = { auto: 'Auto', light: 'Light', dark: 'Dark' }
const THEMES: readonly Theme[] = ['auto', 'light', 'dark']

export function ThemeSwitch({
  theme,
  onChange,
}: {
  theme: Theme
  onChange: (theme: Theme) => void
}) {
  return (
    <fieldset className="theme-switch">
      <legend className="visually-hidden">Theme</legend>
      {THEMES.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name="theme"
            className="visually-hidden"
            checked={theme === option}
            onChange={() => onChange(option)}
          />
          <span>{LABELS[option]}</span>
        </label>
      ))}
    </fieldset>
  )
}
