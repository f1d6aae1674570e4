import { ListLoading } from "@/app/admin/_components/list-loading";

export default function Loading() {
  return <ListLoading widths={[160, 140, 90, 60]} />;
}
