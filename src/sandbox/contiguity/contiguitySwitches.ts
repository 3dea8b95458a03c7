/** Behaviour that the documentation leaves open or that accounts differ in; the values here are the defaults. */
export const contiguitySwitchDefaults = {
  /** Empty lists are a 404 with a JSON body; 200 answers zero rows. */
  emptyListStatus: 404,
  /** The account has no `lease` entitlement: 403 on everything under /numbers. */
  withoutLeaseEntitlement: false,
  /** The account has a service contract to lease under. */
  hasServiceContract: false,
  /** Ended leases stay in the list of leased numbers after a release. */
  listReleased: false,
  /** Answers of POST /lease when the number belongs to a stranger, to us, to nobody we know, or money is missing. */
  takenStatus: 400,
  ownedStatus: 400,
  unknownNumberStatus: 404,
  fundsStatus: 403,
  /** Answer of DELETE /leased for a number that is not leased any more. */
  releasedAgainStatus: 404,
  /** New leases start as `pending` instead of `active`. */
  rentsPending: false,
  /** `terminated_at` as ISO text instead of seconds. */
  isoTerminatedAt: false,
  /** How many more rows the counts beside the lists claim. */
  overcount: 0,
}

export type ContiguitySwitches = Readonly<typeof contiguitySwitchDefaults>
