import { DetailLoading } from "@/app/admin/_components/detail-loading";

export default function Loading() {
  return <DetailLoading />;
}
