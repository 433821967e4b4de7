const ROBOTS = [
  {
    id: 'NW-014',
    site: 'Rotterdam, hall 2',
    task: 'Pallet transfer',
    battery: 82,
    state: 'Working',
  },
  { id: 'NW-021', site: 'Rotterdam, hall 2', task: 'Docked', battery: 100, state: 'Charging' },
  { id: 'NW-027', site: 'Gothenburg', task: 'Shelf count', battery: 64, state: 'Working' },
  { id: 'NW-033', site: 'Gothenburg', task: 'Blocked path', battery: 47, state: 'Needs help' },
  { id: 'NW-040', site: 'Nairobi', task: 'Inbound sorting', battery: 71, state: 'Working' },
] as const

/** What the product is about, so that the portal has something to be embedded in. */
export function FleetPage() {
  return (
    <>
      <header className="page-header">
        <h1>Fleet</h1>
        <p>Five robots in three warehouses. One of them waits for somebody.</p>
      </header>
      <ul className="fleet">
        {ROBOTS.map((robot) => (
          <li key={robot.id} className="card robot" data-state={robot.state}>
            <h2>{robot.id}</h2>
            <p className="robot-state">{robot.state}</p>
            <p>{robot.task}</p>
            <p className="muted">{robot.site}</p>
            <label>
              <span className="muted">Battery {robot.battery}%</span>
              <meter min={0} max={100} low={50} high={80} optimum={100} value={robot.battery}>
                {robot.battery}%
              </meter>
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}
