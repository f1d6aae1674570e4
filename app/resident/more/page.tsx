import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { signOutAction, switchOrganizationAction } from "@/app/(auth)/sign-in/actions";
import { Preferences } from "@/app/resident/_components/preferences";
import { SignOutButton } from "@/app/resident/_components/sign-out-button";
import { SwitchOrganization } from "@/app/resident/_components/switch-organization";
import { residentDesk } from "@/app/resident/home";
import { DetailList } from "@/components/layout/detail-list";
import { SectionHeading } from "@/components/layout/page-header";
import { memberships } from "@/lib/auth/queries/memberships";
import { requireRole } from "@/lib/auth/queries/session";
import { organizationInitial } from "@/lib/organizations/organization";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("resident.nav");
  return { title: t("more") };
}

/** Who one is here, how the portal looks, whom to write to, and the way out. */
export default async function MorePage() {
  const actor = await requireRole("resident");
  const { profile } = await residentDesk(actor);
  const others = (await memberships(actor)).filter((membership) => !membership.isActive);
  const t = await getTranslations("resident.more");

  return (
    <>
      <h1 className="mt-1 mb-4 text-2xl font-semibold tracking-[-0.012em]">{t("title")}</h1>
      <SectionHeading className="mb-1.5">{t("profile")}</SectionHeading>
      <DetailList
        className="border-t border-line text-[0.9375rem]"
        items={[
          { label: t("name"), value: actor.name },
          { label: t("email"), value: <span className="break-all">{actor.email}</span> },
          { label: t("managedBy"), value: profile.name },
        ]}
      />
      <Preferences className="mt-7" />
      {others.length > 0 ? (
        <>
          <SectionHeading className="mt-7 mb-1.5">{t("organizations")}</SectionHeading>
          <div className="border-t border-line">
            {others.map(({ organizationId, name, role }) => (
              <SwitchOrganization
                key={organizationId}
                plate={organizationInitial(name)}
                name={name}
                role={t(`role.${role}`)}
                action={switchOrganizationAction.bind(null, null, { organizationId })}
              />
            ))}
          </div>
        </>
      ) : null}
      <SectionHeading className="mt-7 mb-1.5">{t("help")}</SectionHeading>
      <p className="border-t border-line pt-2.5 text-ink-2">
        {t.rich("helpText", {
          organization: profile.name,
          email: profile.contactEmail,
          mail: (chunks) => (
            <a href={`mailto:${profile.contactEmail}`} className="link">
              {chunks}
            </a>
          ),
        })}
      </p>
      <SignOutButton action={signOutAction} className="mt-7 w-full md:w-auto" />
    </>
  );
}
