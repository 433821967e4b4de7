import { useContext } from 'react'
import { guidePictures } from '../../i18n/en/sso/guides/guidePictures.ts'
import { mergeMessages, MessagesContext } from '../../i18n/messages.ts'

/** What the drawings are called. They stand among the guides' words, of which no chunk carries all. */
export function useGuidePictureMessages(): typeof guidePictures {
  return mergeMessages(guidePictures, useContext(MessagesContext).ssoGuides?.pictures)
}
