import admin from "@/messages/en/admin.json";
import auth from "@/messages/en/auth.json";
import billing from "@/messages/en/billing.json";
import common from "@/messages/en/common.json";
import errors from "@/messages/en/errors.json";
import invoice from "@/messages/en/invoice.json";
import mail from "@/messages/en/mail.json";
import manager from "@/messages/en/manager.json";
import marketing from "@/messages/en/marketing.json";
import payments from "@/messages/en/payments.json";
import resident from "@/messages/en/resident.json";
import sandbox from "@/messages/en/sandbox.json";

/** Every sentence in English, by namespace. */
export const english = {
  admin,
  auth,
  billing,
  common,
  errors,
  invoice,
  mail,
  manager,
  marketing,
  payments,
  resident,
  sandbox,
};
