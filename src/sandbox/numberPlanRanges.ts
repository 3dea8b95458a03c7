export type PlannedType = 'local' | 'mobile' | 'tollfree' | 'national'

/**
 * Ranges of one country and type, used in this order. Patterns inside one range take turns, so neighbouring
 * numbers differ in area; `#` stands for a counted digit. All patterns of one range have the same count of `#`.
 */
export type PlannedRanges = readonly (readonly string[])[]

export interface CountryRanges {
  readonly name: string
  readonly ranges: Readonly<Partial<Record<PlannedType, PlannedRanges>>>
}

const US_AREAS =
  '212 415 312 305 206 617 512 303 404 702 213 713 214 215 503 602 619 202 615 313 704 612 314 916 801 504 407 317 216 412 ' +
  '201 203 205 207 208 209 210 217 218 219 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 ' +
  '301 302 304 307 308 309 310 315 316 318 319 320 321 323 330 334 336 337 347 352 360 361 385 386 401 402 405 406 408 409 ' +
  '410 413 414 417 419 423 424 425 432 434 435 440 443 469 478 479'
const CA_AREAS = '416 604 514 403 613 204 306 506 709 902 250 418 450 519 705 780 807 819 867 905'
const TOLL_FREE_AREAS = '800 888 877 866 855 844 833'
const LINE_BLOCKS = '2### 3### 4### 5### 6### 7### 8### 9###'

const words = (text: string): string[] => text.split(' ')

/** 555-01xx is kept free for fiction in every geographic area code; the rest of 555 is hardly used. */
const northAmerica = (areas: string): PlannedRanges => [
  words(areas).map((area) => `+1 ${area} 555 01##`),
  words(LINE_BLOCKS).flatMap((block) => words(areas).map((area) => `+1 ${area} 555 ${block}`)),
]

const each = (prefix: string, middles: string, rest: string): readonly string[] =>
  words(middles).map((middle) => `${prefix} ${middle} ${rest}`)

/** Ranges kept free for film and television come first where the sandbox knows one; the others are plausible. */
export const COUNTRY_RANGES: Readonly<Record<string, CountryRanges>> = {
  US: {
    name: 'United States',
    ranges: { local: northAmerica(US_AREAS), tollfree: northAmerica(TOLL_FREE_AREAS) },
  },
  CA: { name: 'Canada', ranges: { local: northAmerica(CA_AREAS) } },
  PR: { name: 'Puerto Rico', ranges: { local: northAmerica('787 939') } },
  GB: {
    name: 'United Kingdom',
    ranges: {
      local: [
        [
          '+44 20 7946 0###',
          ...each('+44', '113 114 115 116 117 118 121 131 141 151 161', '496 0###'),
          '+44 191 498 0###',
          '+44 28 9649 6###',
          '+44 29 2018 0###',
        ],
      ],
      mobile: [['+44 7700 900 ###'], each('+44', '7400 7500', '1#####')],
      tollfree: [['+44 808 157 0###'], ['+44 800 046 ####']],
      national: [['+44 306 999 0###'], ['+44 330 808 ####']],
    },
  },
  IE: {
    name: 'Ireland',
    ranges: { local: [each('+353', '1 21', '496 ####')], mobile: [each('+353', '83 85 87', '555 ####')] },
  },
  FR: {
    name: 'France',
    ranges: {
      local: [
        ['+33 1 99 00 ## ##', '+33 2 61 91 ## ##', '+33 3 53 01 ## ##', '+33 4 65 71 ## ##', '+33 5 36 49 ## ##'],
      ],
      mobile: [['+33 6 39 98 ## ##']],
      national: [['+33 9 72 10 ## ##']],
      tollfree: [['+33 805 10 ## ##']],
    },
  },
  DE: {
    name: 'Germany',
    ranges: {
      local: [
        ['+49 30 23125 ###', '+49 69 90009 ###', '+49 40 66969 ###', '+49 221 4710 ###', '+49 89 99998 ###'],
        ['+49 30 2313 ####', '+49 69 9001 ####'],
      ],
      mobile: [each('+49', '1522 1573 1590', '555 ####')],
      tollfree: [['+49 800 555 ####']],
    },
  },
  SE: {
    name: 'Sweden',
    ranges: {
      local: [['+46 8 465 004 ##', '+46 31 390 06 ##', '+46 40 628 04 ##', '+46 980 319 2##'], ['+46 8 466 #####']],
      mobile: [['+46 70 174 06 ##'], ['+46 76 940 ####']],
      tollfree: [['+46 20 79 ####']],
    },
  },
  AU: {
    name: 'Australia',
    ranges: {
      local: [each('+61', '2 3 7 8', '5550 ####'), each('+61', '2 3 7 8', '7010 ####')],
      mobile: [['+61 491 57# ###']],
      tollfree: [['+61 1800 16# ###', '+61 1800 97# ###']],
    },
  },
  NL: {
    name: 'Netherlands',
    ranges: {
      local: [each('+31', '20 10 70', '555 ####')],
      mobile: [['+31 6 5555 ####', '+31 6 1555 ####']],
      national: [['+31 85 888 ####']],
      tollfree: [['+31 800 55# ####']],
    },
  },
  BE: {
    name: 'Belgium',
    ranges: { local: [['+32 2 555 ## ##', '+32 3 555 ## ##']], mobile: [['+32 470 55 ## ##']] },
  },
  ES: {
    name: 'Spain',
    ranges: {
      local: [each('+34', '91 93 95', '555 ####')],
      mobile: [['+34 600 55 ## ##', '+34 655 55 ## ##']],
      tollfree: [['+34 900 55 ## ##']],
    },
  },
  IT: {
    name: 'Italy',
    ranges: { local: [['+39 06 5550 ####', '+39 02 5550 ####']], mobile: [['+39 320 555 ####', '+39 347 555 ####']] },
  },
  PT: { name: 'Portugal', ranges: { local: [['+351 21 355 ####']], mobile: [['+351 91 555 ####']] } },
  CH: {
    name: 'Switzerland',
    ranges: {
      local: [['+41 44 555 ## ##', '+41 22 555 ## ##']],
      mobile: [['+41 79 555 ## ##']],
      tollfree: [['+41 800 55 ## ##']],
    },
  },
  AT: {
    name: 'Austria',
    ranges: { local: [['+43 1 555 ####']], mobile: [['+43 660 555 ####']], national: [['+43 720 55 ####']] },
  },
  DK: { name: 'Denmark', ranges: { local: [['+45 33 55 ## ##']], mobile: [['+45 20 55 ## ##']] } },
  NO: { name: 'Norway', ranges: { local: [['+47 22 55 ## ##']], mobile: [['+47 40 55 ## ##']] } },
  FI: { name: 'Finland', ranges: { local: [['+358 9 555 ####']], mobile: [['+358 40 555 ####']] } },
  PL: {
    name: 'Poland',
    ranges: { local: [['+48 22 555 ## ##', '+48 12 555 ## ##']], mobile: [['+48 512 55# ###']] },
  },
  CZ: { name: 'Czechia', ranges: { local: [['+420 222 55# ###']], mobile: [['+420 602 55# ###']] } },
  SK: { name: 'Slovakia', ranges: { local: [['+421 2 555 5# ###']], mobile: [['+421 905 55# ###']] } },
  HU: { name: 'Hungary', ranges: { local: [['+36 1 555 ####']], mobile: [['+36 20 555 ####']] } },
  RO: { name: 'Romania', ranges: { local: [['+40 21 255 ####']], mobile: [['+40 722 55# ###']] } },
  GR: { name: 'Greece', ranges: { local: [['+30 21 0555 ####']], mobile: [['+30 694 555 ####']] } },
  BG: { name: 'Bulgaria', ranges: { local: [['+359 2 955 ####']], mobile: [['+359 88 855 ####']] } },
  EE: { name: 'Estonia', ranges: { local: [['+372 655 ####']], mobile: [['+372 5555 ####']] } },
  LT: { name: 'Lithuania', ranges: { local: [['+370 5 255 ####']], mobile: [['+370 612 5 ####']] } },
  LV: { name: 'Latvia', ranges: { local: [['+371 6755 ####']], mobile: [['+371 2655 ####']] } },
  IS: { name: 'Iceland', ranges: { local: [['+354 555 ####']], mobile: [['+354 655 ####']] } },
  BR: {
    name: 'Brazil',
    ranges: { local: [['+55 11 3555 ####', '+55 21 3555 ####']], mobile: [['+55 11 95555 ####']] },
  },
  MX: {
    name: 'Mexico',
    ranges: { local: [['+52 55 5555 ####', '+52 33 3555 ####']], tollfree: [['+52 800 555 ####']] },
  },
  CL: { name: 'Chile', ranges: { local: [['+56 2 2555 ####']], mobile: [['+56 9 8555 ####']] } },
  CO: { name: 'Colombia', ranges: { local: [['+57 601 555 ####']], mobile: [['+57 310 555 ####']] } },
  JP: { name: 'Japan', ranges: { local: [['+81 3 5555 ####', '+81 6 6555 ####']], national: [['+81 50 5555 ####']] } },
  SG: { name: 'Singapore', ranges: { local: [['+65 6555 ####']], mobile: [['+65 8555 ####']] } },
  HK: { name: 'Hong Kong', ranges: { local: [['+852 2555 ####']], mobile: [['+852 9123 ####']] } },
  NZ: { name: 'New Zealand', ranges: { local: [['+64 9 355 ####']], mobile: [['+64 21 555 ####']] } },
  ZA: {
    name: 'South Africa',
    ranges: { local: [['+27 11 555 ####', '+27 21 555 ####']], mobile: [['+27 82 555 ####']] },
  },
  IL: { name: 'Israel', ranges: { local: [['+972 3 555 ####']], mobile: [['+972 55 555 ####']] } },
  IN: { name: 'India', ranges: { local: [['+91 22 2555 ####']], mobile: [['+91 98 2055 ####']] } },
}
