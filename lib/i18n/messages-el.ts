import admin from "@/messages/el/admin.json";
import auth from "@/messages/el/auth.json";
import billing from "@/messages/el/billing.json";
import common from "@/messages/el/common.json";
import errors from "@/messages/el/errors.json";
import invoice from "@/messages/el/invoice.json";
import mail from "@/messages/el/mail.json";
import manager from "@/messages/el/manager.json";
import marketing from "@/messages/el/marketing.json";
import payments from "@/messages/el/payments.json";
import resident from "@/messages/el/resident.json";
import sandbox from "@/messages/el/sandbox.json";

/** Every sentence in Greek, by namespace. */
export const greek = {
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
