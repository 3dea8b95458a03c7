import * as z from 'zod'

/** The rows of a list, each still to be read by itself, so that a bad one does not hide the others. */
export const rowList = z.custom<readonly unknown[]>((value) => Array.isArray(value))
