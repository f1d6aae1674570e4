import { ListLoading } from "@/app/admin/_components/list-loading";

export default function Loading() {
  return <ListLoading widths={[180, 110, 90, 90, 80]} />;
}
