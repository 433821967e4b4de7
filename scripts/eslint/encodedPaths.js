/**
 * The `path` of a request descriptor is either a plain string or the `path` template tag, which encodes what it
 * inserts. A bare template literal or a concatenation would put an id into the URL as it is.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const encodedPaths = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { bare: 'Use the path`…` tag: it encodes what is inserted.' },
  },
  create(context) {
    return {
      'Property[key.name="path"]'(/** @type {any} */ { value }) {
        const isBareTemplate = value.type === 'TemplateLiteral' && value.expressions.length > 0
        if (isBareTemplate || value.type === 'BinaryExpression') {
          context.report({ node: value, messageId: 'bare' })
        }
      },
    }
  },
}
