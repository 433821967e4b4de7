/** What the drawings of the guides say to those who do not see them. */
export const guidePictures = {
  menu: (console: string, at: string) => `Menu of the ${console}: ${at}`,
  form: (console: string, labels: string) => `Form in the ${console} with the fields ${labels}`,
  attributes: (console: string, labels: string) => `Attributes in the ${console}: ${labels}`,
  values: (console: string, labels: string) => `Where the ${console} shows ${labels}`,
  assign: (console: string, labels: string) =>
    `Where people are assigned in the ${console}: ${labels}`,
}
