/** Where proration credits go: Greece's tax authority takes no negative lines, so a credit note there. */
export const PRORATION_DOCUMENTS = ["credit_note", "same_invoice"] as const;
export type ProrationDocument = (typeof PRORATION_DOCUMENTS)[number];
