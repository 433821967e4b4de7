export function mountPoint(): HTMLElement {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no element with the id "root".')
  return root
}
