import { FormSkeleton } from "@/app/manager/_sections/form-skeleton";

export default function Loading() {
  return <FormSkeleton fields={3} />;
}
