import { ListLoading } from "@/app/admin/_components/list-loading";

export default function Loading() {
  return <ListLoading widths={[120, 160, 80, 90, 90]} />;
}
