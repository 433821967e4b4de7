/**
 * Countries with their calling codes. More than one code means several areas of the North American plan, whose first
 * stands for the country; of countries that share a code the first one here is its main one.
 */
const TABLE =
  'US1 CA1 BS1242 BB1246 AI1264 AG1268 VG1284 VI1340 KY1345 BM1441 GD1473 TC1649 JM1876,1658 MS1664 MP1670 GU1671 ' +
  'AS1684 SX1721 LC1758 DM1767 VC1784 PR1787,1939 DO1809,1829,1849 TT1868 KN1869 ' +
  'EG20 SS211 MA212 EH212 DZ213 TN216 LY218 GM220 SN221 MR222 ML223 GN224 CI225 BF226 NE227 TG228 BJ229 MU230 LR231 ' +
  'SL232 GH233 NG234 TD235 CF236 CM237 CV238 ST239 GQ240 GA241 CG242 CD243 AO244 GW245 IO246 AC247 SC248 SD249 RW250 ' +
  'ET251 SO252 DJ253 KE254 TZ255 UG256 BI257 MZ258 ZM260 MG261 RE262 YT262 ZW263 NA264 MW265 LS266 BW267 SZ268 KM269 ' +
  'ZA27 SH290 TA290 ER291 AW297 FO298 GL299 ' +
  'GR30 NL31 BE32 FR33 ES34 GI350 PT351 LU352 IE353 IS354 AL355 MT356 CY357 FI358 AX358 BG359 HU36 LT370 LV371 EE372 ' +
  'MD373 AM374 BY375 AD376 MC377 SM378 UA380 RS381 ME382 XK383 HR385 SI386 BA387 MK389 IT39 VA39 ' +
  'RO40 CH41 CZ420 SK421 LI423 AT43 GB44 GG44 IM44 JE44 DK45 SE46 NO47 SJ47 PL48 DE49 ' +
  'FK500 BZ501 GT502 SV503 HN504 NI505 CR506 PA507 PM508 HT509 PE51 MX52 CU53 AR54 BR55 CL56 CO57 VE58 GP590 BL590 ' +
  'MF590 BO591 GY592 EC593 GF594 PY595 MQ596 SR597 UY598 CW599 BQ599 ' +
  'MY60 AU61 CC61 CX61 ID62 PH63 NZ64 SG65 TH66 TL670 NF672 BN673 NR674 PG675 TO676 SB677 VU678 FJ679 PW680 WF681 ' +
  'CK682 NU683 WS685 KI686 NC687 TV688 PF689 TK690 FM691 MH692 ' +
  'RU7 KZ7 JP81 KR82 VN84 KP850 HK852 MO853 KH855 LA856 CN86 BD880 TW886 ' +
  'TR90 IN91 PK92 AF93 LK94 MM95 MV960 LB961 JO962 SY963 IQ964 KW965 SA966 YE967 OM968 PS970 AE971 IL972 BH973 QA974 ' +
  'BT975 MN976 NP977 IR98 TJ992 TM993 AZ994 GE995 KG996 UZ998'

/** Countries that put a 0 before a number where it is dialled from within. */
const WITH_ZERO =
  'AE AF AL AM AR AT AU AX AZ BA BD BE BG BL BO BR CC CD CH CN CU CX DE DZ EC EG EH ER ET FI FR GB GE GF GG GH GP HR ID ' +
  'IE IL IM IN IQ IR JE JO JP KE KG KH KP KR LA LB LI LK LR LT LY MA MC MD ME MF MG MK MM MN MQ MV MY NA NG NL NP NZ PE ' +
  'PH PK PM PS PY RE RO RS RW SA SD SE SI SK SL SO SS SY TH TR TW TZ UA UG UY VE VN XK YE YT ZA ZM ZW'

/** Those with something else in front: it is told from the number itself by what has to follow. */
const OTHER_TRUNKS: Readonly<Record<string, RegExp>> = {
  HU: /^06(?=\d{8,9}$)/,
  RU: /^8(?=\d{10}$)/,
  KZ: /^8(?=\d{10}$)/,
  BY: /^80?(?=\d{9}$)/,
  TM: /^8(?=\d{8}$)/,
}

const CODES: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.split(' ').map((entry) => [entry.slice(0, 2), entry.slice(2).split(',')]),
)
const ZERO: ReadonlySet<string> = new Set(WITH_ZERO.split(' '))

/** All countries of the table, as ISO 3166 codes of two letters. */
export const phoneCountries: readonly string[] = [...CODES.keys()]

/** What a number from that country begins with, without the plus: `46`, `1242`; none for an unknown country. */
export function callingCodesOf(country: string): readonly string[] {
  return CODES.get(country) ?? []
}

/** What is put before a national number within the country, and is no part of it abroad. */
export function trunkPrefixOf(country: string): RegExp | null {
  const other = OTHER_TRUNKS[country]
  if (other) return other
  return ZERO.has(country) ? /^0/ : null
}
