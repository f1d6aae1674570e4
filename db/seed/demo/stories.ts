import type { CANCEL_REASONS } from "@/lib/billing/schemas";
import type { Interval } from "@/lib/core/calendar";
import type { Locale } from "@/lib/core/locale";

/** Stripe's test cards, by the name of the payment method. The last one attaches well and is declined whenever it is charged. */
export type DemoCard = "pm_card_visa" | "pm_card_mastercard" | "pm_card_chargeCustomerFail";

export type DemoBuilding = { plate: string; street: string; floors: number; perFloor: number };

/** What happens in an organization's life, on a day counted from the demo's first. */
export type DemoEvent = { day: number } & (
  | { kind: "subscribe"; plan: string; interval: Interval; withTrial: boolean }
  | { kind: "add_card"; card: DemoCard }
  | { kind: "add_buildings"; buildings: DemoBuilding[] }
  | { kind: "add_documents"; gigabytes: number }
  | { kind: "pay_open_invoices" }
  | { kind: "cancel"; reason: (typeof CANCEL_REASONS)[number]; comment: string }
);

export type DemoStory = {
  slug: string;
  name: string;
  legalName: string;
  city: string;
  postalCode: string;
  addressLine: string;
  locale: Locale;
  ownerName: string;
  /** Further people of the organization, who count as users. */
  staff: string[];
  signsUpOn: number;
  /** API calls on an ordinary day at the start, and how much that grows in a month, in percent. */
  apiCallsPerDay: number;
  monthlyGrowthPercent: number;
  events: DemoEvent[];
};

const streets = [
  "Σόλωνος",
  "Καλλιδρομίου",
  "Ασκληπιού",
  "Ιπποκράτους",
  "Μαυρομιχάλη",
  "Χαριλάου Τρικούπη",
  "Ζωοδόχου Πηγής",
];

/** `count` buildings along the streets above, of `floors` by `perFloor` apartments. */
function buildings(count: number, [floors, perFloor]: [number, number], from = 10): DemoBuilding[] {
  return Array.from({ length: count }, (_, index) => {
    const plate = String(from + index * 4);
    return { plate, street: `${streets[index % streets.length]} ${plate}`, floors, perFloor };
  });
}

/** Days of a month, roughly: enough to place events. */
const MONTH = 30;

export const DEMO_STORIES: DemoStory[] = [
  {
    slug: "akti",
    name: "Ακτή Διαχείριση",
    legalName: "Ακτή Διαχείριση Ε.Ε.",
    city: "Αθήνα",
    postalCode: "106 80",
    addressLine: "Οδός Δοκιμής 24",
    locale: "el",
    ownerName: "Ελένη Μάρκου",
    staff: [
      "Πέτρος Ακτής",
      "Σοφία Ρήγα",
      "Νίκος Βλάχος",
      "Άννα Λεοντή",
      "Γιώργος Σταθάς",
      "Ιωάννα Κοντού",
      "Θάνος Μελάς",
    ],
    signsUpOn: 0,
    apiCallsPerDay: 2300,
    monthlyGrowthPercent: 4,
    events: [
      { day: 0, kind: "add_card", card: "pm_card_visa" },
      { day: 0, kind: "subscribe", plan: "professional", interval: "month", withTrial: true },
      { day: 1, kind: "add_buildings", buildings: buildings(9, [7, 5]) },
      { day: 20, kind: "add_documents", gigabytes: 18 },
      { day: 4 * MONTH, kind: "add_buildings", buildings: buildings(3, [9, 4], 60) },
      { day: 7 * MONTH, kind: "add_documents", gigabytes: 23 },
      { day: 12 * MONTH + 22, kind: "add_buildings", buildings: buildings(2, [8, 6], 90) },
    ],
  },
  {
    slug: "plateia",
    name: "Πλατεία Κτίρια",
    legalName: "Πλατεία Κτίρια Ι.Κ.Ε.",
    city: "Πειραιάς",
    postalCode: "185 31",
    addressLine: "Οδός Δοκιμής 8",
    locale: "el",
    ownerName: "Κώστας Δήμας",
    staff: ["Μαρία Ξένου"],
    signsUpOn: 3,
    apiCallsPerDay: 290,
    monthlyGrowthPercent: 3,
    events: [
      { day: 3, kind: "subscribe", plan: "starter", interval: "month", withTrial: false },
      { day: 4, kind: "add_buildings", buildings: buildings(4, [4, 3]) },
      { day: 6 * MONTH, kind: "add_buildings", buildings: buildings(1, [5, 3], 70) },
    ],
  },
  {
    slug: "anatoli",
    name: "Ανατολή",
    legalName: "Ανατολή Υπηρεσίες Κτιρίων Α.Ε.",
    city: "Θεσσαλονίκη",
    postalCode: "546 22",
    addressLine: "Οδός Δοκιμής 112",
    locale: "el",
    ownerName: "Δέσποινα Καρά",
    staff: ["Ηλίας Τσάκος", "Βάσω Μηλιού"],
    signsUpOn: 9,
    apiCallsPerDay: 150,
    monthlyGrowthPercent: 2,
    events: [
      { day: 9, kind: "subscribe", plan: "starter", interval: "year", withTrial: false },
      { day: 10, kind: "add_buildings", buildings: buildings(5, [4, 3]) },
    ],
  },
  {
    slug: "lofos",
    name: "Λόφος",
    legalName: "Λόφος Διαχειρίσεις Ο.Ε.",
    city: "Πάτρα",
    postalCode: "262 21",
    addressLine: "Οδός Δοκιμής 5",
    locale: "el",
    ownerName: "Αντώνης Ρέππας",
    staff: ["Χαρά Νομικού", "Λευτέρης Ζώης"],
    signsUpOn: 17,
    apiCallsPerDay: 1500,
    monthlyGrowthPercent: 6,
    events: [
      { day: 17, kind: "subscribe", plan: "professional", interval: "quarter", withTrial: false },
      { day: 18, kind: "add_buildings", buildings: buildings(8, [6, 5]) },
      { day: 60, kind: "add_documents", gigabytes: 61 },
    ],
  },
  {
    slug: "metropolis",
    name: "Metropolis Facilities",
    legalName: "Metropolis Facilities S.A.",
    city: "Athens",
    postalCode: "151 25",
    addressLine: "Test Avenue 340",
    locale: "en",
    ownerName: "Alexandra Metaxa",
    staff: ["Daniel Roussos", "Irene Kappa", "Mark Stathis", "Olga Petrou", "Peter Lagos"],
    signsUpOn: 31,
    apiCallsPerDay: 21000,
    monthlyGrowthPercent: 7,
    events: [
      { day: 31, kind: "add_card", card: "pm_card_mastercard" },
      { day: 31, kind: "subscribe", plan: "enterprise", interval: "month", withTrial: true },
      { day: 33, kind: "add_buildings", buildings: buildings(24, [8, 5]) },
      { day: 90, kind: "add_documents", gigabytes: 540 },
    ],
  },
  {
    slug: "mikri-polykatoikia",
    name: "Μικρή Πολυκατοικία",
    legalName: "Μικρή Πολυκατοικία",
    city: "Βόλος",
    postalCode: "382 21",
    addressLine: "Οδός Δοκιμής 3",
    locale: "el",
    ownerName: "Φωτεινή Αργύρη",
    staff: [],
    signsUpOn: 40,
    apiCallsPerDay: 0,
    monthlyGrowthPercent: 0,
    events: [
      { day: 40, kind: "subscribe", plan: "free", interval: "month", withTrial: false },
      { day: 41, kind: "add_buildings", buildings: buildings(1, [1, 5]) },
    ],
  },
  {
    slug: "kyma",
    name: "Κύμα Διαχείριση",
    legalName: "Κύμα Διαχείριση Μ.Ι.Κ.Ε.",
    city: "Χανιά",
    postalCode: "731 32",
    addressLine: "Οδός Δοκιμής 61",
    locale: "el",
    ownerName: "Στέλιος Βαρδάκης",
    staff: ["Ελπίδα Μαυράκη"],
    signsUpOn: 52,
    apiCallsPerDay: 210,
    monthlyGrowthPercent: 5,
    events: [
      { day: 52, kind: "subscribe", plan: "starter", interval: "month", withTrial: false },
      { day: 53, kind: "add_buildings", buildings: buildings(3, [4, 4]) },
      { day: 6 * MONTH, kind: "add_card", card: "pm_card_chargeCustomerFail" },
      { day: 7 * MONTH + 6, kind: "add_card", card: "pm_card_visa" },
      { day: 7 * MONTH + 6, kind: "pay_open_invoices" },
    ],
  },
  {
    slug: "dyo-dromoi",
    name: "Δύο Δρόμοι",
    legalName: "Δύο Δρόμοι Ο.Ε.",
    city: "Λάρισα",
    postalCode: "412 22",
    addressLine: "Οδός Δοκιμής 19",
    locale: "el",
    ownerName: "Μυρτώ Σαρρή",
    staff: [],
    signsUpOn: 66,
    apiCallsPerDay: 90,
    monthlyGrowthPercent: -8,
    events: [
      { day: 66, kind: "subscribe", plan: "starter", interval: "month", withTrial: false },
      { day: 68, kind: "add_buildings", buildings: buildings(2, [3, 3]) },
      { day: 8 * MONTH, kind: "cancel", reason: "fewer_buildings", comment: "Κρατήσαμε μόνο ένα κτίριο." },
    ],
  },
  {
    slug: "voria",
    name: "Βόρεια Προάστια",
    legalName: "Βόρεια Προάστια Διαχείριση Ι.Κ.Ε.",
    city: "Κηφισιά",
    postalCode: "145 62",
    addressLine: "Οδός Δοκιμής 44",
    locale: "el",
    ownerName: "Ορέστης Γαλάνης",
    staff: ["Λίνα Φωκά", "Μάνος Δελής"],
    signsUpOn: 5 * MONTH,
    apiCallsPerDay: 2600,
    monthlyGrowthPercent: 4,
    events: [
      { day: 5 * MONTH, kind: "subscribe", plan: "professional", interval: "month", withTrial: false },
      { day: 5 * MONTH + 1, kind: "add_buildings", buildings: buildings(10, [5, 6]) },
      { day: 12 * MONTH + 26, kind: "add_card", card: "pm_card_chargeCustomerFail" },
    ],
  },
  {
    slug: "dokimi",
    name: "Πλακόστρωτο",
    legalName: "Πλακόστρωτο Ε.Ε.",
    city: "Ιωάννινα",
    postalCode: "452 21",
    addressLine: "Οδός Δοκιμής 7",
    locale: "el",
    ownerName: "Θοδωρής Ντίνας",
    staff: [],
    signsUpOn: 8 * MONTH,
    apiCallsPerDay: 20,
    monthlyGrowthPercent: 0,
    events: [
      { day: 8 * MONTH, kind: "subscribe", plan: "professional", interval: "month", withTrial: true },
      { day: 8 * MONTH + 2, kind: "add_buildings", buildings: buildings(2, [4, 2]) },
    ],
  },
  {
    slug: "harbour",
    name: "Harbour Residences",
    legalName: "Harbour Residences Ltd",
    city: "Rethymno",
    postalCode: "741 31",
    addressLine: "Test Street 15",
    locale: "en",
    ownerName: "Helen Marsh",
    staff: ["Tom Vassis"],
    signsUpOn: 10 * MONTH,
    apiCallsPerDay: 330,
    monthlyGrowthPercent: 8,
    events: [
      { day: 10 * MONTH, kind: "subscribe", plan: "starter", interval: "month", withTrial: false },
      { day: 10 * MONTH + 1, kind: "add_buildings", buildings: buildings(3, [5, 4]) },
    ],
  },
  {
    slug: "nea-arhi",
    name: "Νέα Αρχή",
    legalName: "Νέα Αρχή Διαχειρίσεις Ο.Ε.",
    city: "Καλαμάτα",
    postalCode: "241 33",
    addressLine: "Οδός Δοκιμής 30",
    locale: "el",
    ownerName: "Βίκυ Λαμπρινού",
    staff: [],
    signsUpOn: 13 * MONTH + 26,
    apiCallsPerDay: 120,
    monthlyGrowthPercent: 0,
    events: [
      { day: 13 * MONTH + 26, kind: "subscribe", plan: "starter", interval: "month", withTrial: true },
      { day: 13 * MONTH + 27, kind: "add_buildings", buildings: buildings(2, [4, 4]) },
    ],
  },
];
