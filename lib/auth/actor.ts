export const MEMBERSHIP_ROLES = ["owner", "manager", "staff", "resident"] as const;
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];

export const ACTOR_KINDS = ["user", "cron", "webhook", "clock", "system"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** A signed-in person, as the session row and the membership say at this request. */
export type UserActor = {
  kind: "user";
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  isSuperAdmin: boolean;
  /** The organization they act in, or null for a super-admin who is not a member of any. */
  organizationId: string | null;
  role: MembershipRole | null;
  ipAddress: string | null;
};

/** A machine of ours: the crons, the webhook handlers, an advancing test clock, a script. */
export type SystemActor = { kind: Exclude<ActorKind, "user"> };

export type Actor = UserActor | SystemActor;

/** Someone who surely acts within one organization. */
export type OrganizationActor = UserActor & { organizationId: string; role: MembershipRole };
