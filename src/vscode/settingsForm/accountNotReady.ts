/** The account cannot be asked now; the message is a sentence for the person. */
export class AccountNotReadyError extends Error {}
