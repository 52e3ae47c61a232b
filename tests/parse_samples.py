"""Lines of an invented article, for the tests of how an article is cut into blocks."""

from __future__ import annotations

from biennien.entities import Outlet
from biennien.model import Block, Meta
from biennien.parse import cut

OUTLETS = {
    "bao-mau": Outlet("bao-mau", "Báo Bình Mẫu", "Báo Bình Mẫu", ("baobinhmau.vn",), ("BMO", "BM Online")),
    "ttx-mau": Outlet("ttx-mau", "Thông tấn xã Mẫu", "TTXM", (), ("TTXM",)),
    "tap-chi": Outlet("tap-chi", "Tạp chí Xây dựng Đảng", "Xây dựng Đảng", (), ()),
}
HEADLINE = "Bình Mẫu triển khai nhiệm vụ công tác năm 2025"
LEAD = (
    "Sáng 5-3, Ban Thường vụ Tỉnh ủy Bình Mẫu tổ chức hội nghị tổng kết công tác năm 2024, triển khai nhiệm vụ, chương "
    "trình công tác năm 2025. Đồng chí Trần Ví Dụ, Bí thư Tỉnh ủy chủ trì hội nghị."
)
BODY = (
    "Năm qua, công tác của ngành đạt nhiều kết quả, các chỉ tiêu đều hoàn thành; toàn tỉnh có 1.200 mô hình được công "
    "nhận ở nhiều lĩnh vực, góp phần thực hiện thắng lợi nhiệm vụ chung của địa phương trong năm bản lề."
)
MORE = (
    "Bên cạnh kết quả đạt được, một số đơn vị còn chậm báo cáo; việc phối hợp giữa các ngành chưa thường xuyên, cơ sở "
    "vật chất ở vài nơi còn thiếu thốn, ảnh hưởng đến tiến độ chung của các chương trình trong năm."
)
LAST = (
    "Trong thời gian tới, các đơn vị tập trung thực hiện tốt sáu nhóm nhiệm vụ đã đề ra, trong đó chú trọng đào tạo "
    "cán bộ, đầu tư trang thiết bị và nhân rộng những mô hình có hiệu quả ở các xã, phường."
)


def blocks(*lines: str) -> tuple[Block, ...]:
    """The blocks of an article that has these lines, an empty one between each two."""
    return cut([(2 * k + 1, line) for k, line in enumerate(lines)], Meta(), OUTLETS).blocks
