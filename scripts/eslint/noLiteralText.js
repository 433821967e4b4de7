/** Props and object keys whose value a person reads. */
const textKey =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|hint|description|heading|message|text|caption|summary|tooltip|subtitle|[a-z]\w*(Label|Text|Title|Hint|Message|Description|Placeholder|Heading))$/

/**
 * What people read comes from the message modules, so that it can be translated and overridden: no text with letters
 * in JSX, and none in a prop or an object key that bears text.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noLiteralText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: 'Text for people belongs in i18n/: "{{text}}".' },
  },
  create(context) {
    /** @param {any} node */
    function report(node) {
      const text = literalText(node)
      if (text) context.report({ node, messageId: 'literal', data: { text } })
    }

    return {
      JSXText: report,
      JSXExpressionContainer(node) {
        const parent = /** @type {any} */ (node).parent
        if (parent.type === 'JSXElement' || parent.type === 'JSXFragment' || bearsText(parent)) {
          outcomes(node.expression).forEach(report)
        }
      },
      JSXAttribute(node) {
        if (bearsText(node) && node.value?.type === 'Literal') report(node.value)
      },
      Property(node) {
        const key = node.key.type === 'Identifier' ? node.key.name : node.key.value
        if (
          node.parent.type === 'ObjectExpression' &&
          !node.computed &&
          textKey.test(String(key))
        ) {
          outcomes(node.value).forEach(report)
        }
      },
    }
  },
}

/** @param {any} attribute */
function bearsText(attribute) {
  return attribute.type === 'JSXAttribute' && textKey.test(String(attribute.name.name))
}

/** The literals that an expression may come out as. @param {any} node @returns {any[]} */
function outcomes(node) {
  switch (node?.type) {
    case 'Literal':
    case 'TemplateLiteral':
      return [node]
    case 'ConditionalExpression':
      return [...outcomes(node.consequent), ...outcomes(node.alternate)]
    case 'LogicalExpression':
      return [...outcomes(node.left), ...outcomes(node.right)]
    case 'BinaryExpression':
      return node.operator === '+' ? [...outcomes(node.left), ...outcomes(node.right)] : []
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return outcomes(node.expression)
    default:
      return []
  }
}

/** The text of a literal, if a person could read it: it has a letter. @param {any} node */
function literalText(node) {
  const text =
    node.type === 'TemplateLiteral'
      ? node.quasis.map((/** @type {any} */ quasi) => quasi.value.cooked).join(' ')
      : node.value
  return typeof text === 'string' && /\p{L}/u.test(text) ? text.trim() : undefined
}
