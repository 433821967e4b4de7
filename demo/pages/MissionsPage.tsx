const MISSIONS = [
  { name: 'Night restock, aisle 4 to 9', robots: 3, starts: '22:00', progress: 'Planned' },
  { name: 'Returns to sorting', robots: 2, starts: '14:30', progress: '118 of 240 crates' },
  { name: 'Weekly shelf count', robots: 1, starts: '09:00', progress: '64% of shelves' },
] as const

export function MissionsPage() {
  return (
    <>
      <header className="page-header">
        <h1>Missions</h1>
        <p>What the fleet does today.</p>
      </header>
      <ul className="missions">
        {MISSIONS.map((mission) => (
          <li key={mission.name} className="card">
            <h2>{mission.name}</h2>
            <p>{mission.progress}</p>
            <p className="muted">
              {mission.robots} {mission.robots === 1 ? 'robot' : 'robots'}, starts {mission.starts}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
