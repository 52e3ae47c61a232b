"""What people do in a meeting, by the forms in which reports say so. People and places are invented."""

from __future__ import annotations

import pytest

from biennien.entities import Registry
from biennien.extract.people import PeopleReader
from biennien.model import Block, Meta

READER = PeopleReader(Registry({}, {}, {}, {}, {}))
LEAD = "Sáng 5-3, Tỉnh ủy Bình Mẫu tổ chức hội nghị."


def roles(*texts: str) -> dict[str, str]:
    """Given name to role of everybody in an article that goes on after the lead with these paragraphs."""
    blocks = (Block("b1", "lead", LEAD, 1), *(Block(f"b{k}", "paragraph", t, k) for k, t in enumerate(texts, 2)))
    return {p.name.split()[-1]: p.role for p in READER.read(blocks, Meta()).people}


def told(text: str) -> dict[str, str]:
    """ "Dụ:spoke Mẫu:attended" as a table."""
    return dict(pair.split(":") for pair in text.split())  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Hội nghị họp dưới sự chủ trì của các đồng chí Thường trực Tỉnh ủy: Trần Văn Dụ - Ủy viên Trung ương Đảng, "
            "Bí thư Tỉnh ủy; Lê Kim Mẫu - Phó Bí thư Thường trực Tỉnh ủy; Phạm Anh Thử - Phó Bí thư Tỉnh ủy.",
            "Dụ:chaired Mẫu:chaired Thử:chaired",
        ),
        (
            "Kỳ họp diễn ra dưới sự điều hành của Chủ tịch HĐND tỉnh Trần Văn Dụ và các Phó Chủ tịch HĐND tỉnh "
            "Lê Thị Mẫu, Phạm Ví Thử.",
            "Dụ:chaired Mẫu:chaired Thử:chaired",
        ),
        (
            "Dưới sự chủ trì của đồng chí Trần Văn Dụ, đồng chí Lê Thị Mẫu trình bày báo cáo.",
            "Dụ:chaired Mẫu:spoke",
        ),
        (
            "Dưới sự chủ trì của Ban Thường vụ, đồng chí Trần Văn Dụ phát biểu khai mạc.",
            "Dụ:spoke",
        ),
        (
            "Dưới sự chủ tọa của Đoàn Chủ tịch gồm các đồng chí: Trần Văn Dụ, Lê Thị Mẫu, đại hội thảo luận.",
            "Dụ:chaired Mẫu:chaired",
        ),
        ("Đoàn Chủ tịch gồm 2 đồng chí: Trần Văn Dụ, Bí thư; Lê Thị Mẫu, Phó Bí thư.", "Dụ:chaired Mẫu:chaired"),
        ("Thay mặt Đoàn Chủ tịch đại hội đồng chí Lê Thị Mẫu trình bày báo cáo.", "Mẫu:spoke"),
        ("Tham gia chủ trì hội nghị có các đồng chí Trần Văn Dụ, Lê Thị Mẫu.", "Dụ:chaired Mẫu:chaired"),
        (
            "Đồng chí Trần Văn Dụ chủ trì phiên họp, cùng dự phiên họp có các Phó Chủ tịch UBND tỉnh: Lê Thị Mẫu, "
            "Phạm Ví Thử.",
            "Dụ:chaired Mẫu:attended Thử:attended",
        ),
        (
            "Chủ tịch nước Trần Văn Dụ và Phó Thủ tướng Lê Văn Mẫu đến chủ trì - tham dự hội thảo.",
            "Dụ:chaired Mẫu:attended",
        ),
        (
            "Ông Trần Văn Dụ, Sáng lập Góc khởi nghiệp vùng ven tỉnh Bình Mẫu (Góc trẻ), Cố vấn nhóm Ví Dụ, Điều phối "
            "mạng lưới Mẫu, Hạt nhân nhóm Thử chủ tọa hội nghị.",
            "Dụ:chaired",
        ),
        ("Đoàn Chủ tịch gồm 5 đồng chí do đồng chí Trần Văn Dụ làm trưởng đoàn điều hành đại hội.", "Dụ:chaired"),
        (
            "Đại hội bầu Đoàn Chủ tịch do đồng chí Trần Văn Dụ đứng đầu; Đoàn Thư ký do bà Lê Thị Mẫu làm trưởng đoàn.",
            "Dụ:chaired Mẫu:attended",
        ),
        ("Ông Trần Văn Dụ, Trưởng cụm thi đua (gồm cục, vụ, viện, trường) chủ trì hội nghị.", "Dụ:chaired"),
        (
            "Đồng chủ trì hội nghị với Bộ trưởng Trần Văn Dụ có Chủ tịch tỉnh Lê Thị Mẫu.",
            "Dụ:chaired Mẫu:chaired",
        ),
        ("Cùng chủ trì với đồng chí Trần Văn Dụ là đồng chí Lê Thị Mẫu.", "Dụ:chaired Mẫu:chaired"),
        ("Tọa đàm diễn ra với sự điều phối của nhà báo Trần Văn Dụ.", "Dụ:chaired"),
    ],
)
def test_who_presides(text: str, found: str) -> None:
    assert roles(text) == told(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Cùng đi với Phó Thủ tướng Trần Văn Dụ có các đồng chí Lê Thị Mẫu, Bộ trưởng Bộ Y tế; Phạm Ví Thử.",
            "Dụ:attended Mẫu:attended Thử:attended",
        ),
        (
            "Cùng dự buổi làm việc với đồng chí Trần Văn Dụ có các đồng chí Ủy viên Ban Thường vụ: Lê Thị Mẫu, "
            "Phạm Ví Thử.",
            "Dụ:attended Mẫu:attended Thử:attended",
        ),
        (
            "Dự hội thảo có các Ủy viên Bộ Chính trị: Phó thủ tướng Trần Văn Dụ (Phó trưởng Ban Chỉ đạo), đại tướng "
            "Lê Văn Mẫu, Bộ trưởng Bộ Quốc phòng (người đề xuất đề án), Bí thư Thành ủy Phạm Ví Thử.",
            "Dụ:attended Mẫu:attended Thử:attended",
        ),
        ("Dự có ông Trần Văn Dụ, 46 tuổi (quê xã Mẫu Tân), ông Lê Văn Mẫu.", "Dụ:attended Mẫu:attended"),
        (
            "Đại diện Sở Y tế có ông Trần Văn Dụ, Phó Giám đốc; đại diện Công ty Ví Dụ có bà Lê Thị Mẫu.",
            "Dụ:attended Mẫu:attended",
        ),
        ("Thủ tướng Trần Văn Dụ tiếp Phó Thủ tướng Lê Văn Mẫu đang thăm Việt Nam.", "Dụ:attended Mẫu:attended"),
        ("Đồng chí Trần Văn Dụ tiếp và làm việc với ông Lê Văn Mẫu, Tổng Giám đốc.", "Dụ:attended Mẫu:attended"),
        ("Đồng chí Trần Văn Dụ tiếp đại diện của ông Lê Văn Mẫu.", "Dụ:attended Mẫu:mentioned"),
        ("Đoàn do đồng chí Trần Văn Dụ làm trưởng đoàn đã kiểm tra tại huyện Mẫu Tân.", "Dụ:attended"),
        ("Chung vui với bà con có các đồng chí Trần Văn Dụ, Lê Thị Mẫu.", "Dụ:attended Mẫu:attended"),
        ("Dưới sự chứng kiến của ông Trần Văn Dụ và bà Lê Thị Mẫu, hai bên ký kết.", "Dụ:attended Mẫu:attended"),
        (
            "Thừa ủy quyền của Chủ tịch nước Lê Văn Mẫu, Phó Chủ tịch UBND tỉnh Trần Văn Dụ trao huân chương.",
            "Mẫu:mentioned Dụ:attended",
        ),
        (
            "Được sự ủy quyền của Chủ tịch UBND tỉnh, Giám đốc Sở Tài chính Trần Văn Dụ trình bày tờ trình.",
            "Dụ:spoke",
        ),
        (
            "Ông Trần Văn Dụ (đại biểu duy nhất của một xã vùng cao được mời ra thủ đô trong chuyến đi lần này của "
            "thanh niên cả nước) tham dự buổi giao lưu.",
            "Dụ:attended",
        ),
        ("Đồng chí Trần Văn Dụ cùng đoàn công tác gồm cục, vụ, viện, trường đã kiểm tra cầu.", "Dụ:attended"),
        (
            "Đại tá Trần Văn Dụ, Phó Tư lệnh Quân khu 99 (nay là Thiếu tướng, Tư lệnh Quân khu 99, Ủy viên Đảng ủy "
            "Quân khu) cùng nhiều cán bộ của Quân khu đã tới dự buổi lễ.",
            "Dụ:attended",
        ),
        ("Bà Lê Thị Mẫu tới dự, chúc mừng và chia vui với các em học sinh.", "Mẫu:attended"),
        ("Đồng chí Trần Văn Dụ thay mặt Tỉnh ủy dự và tặng hoa chúc mừng đại hội.", "Dụ:attended"),
        ("Dự hội nghị, ngoài các đồng chí Trần Văn Dụ, Lê Thị Mẫu còn có lãnh đạo các sở.", "Dụ:attended Mẫu:attended"),
        ("Đồng chí Trần Văn Dụ thay mặt tập thể hứa sẽ hoàn thành nhiệm vụ.", "Dụ:spoke"),
        (
            "Dự đại hội có đồng chí Trần Văn Dụ, Bí thư; lãnh đạo Công đoàn Than Mẫu; các đồng chí: "
            "Lê Thị Mẫu, Kế toán trưởng; Phạm Ví Thử và đông đủ đoàn viên.",
            "Dụ:attended Mẫu:attended Thử:attended",
        ),
        (
            "Dự hội nghị có đồng chí Trần Văn Dụ, Bí thư Tỉnh ủy, lãnh đạo các sở, ngành, bà Lê Thị Mẫu, Giám đốc.",
            "Dụ:attended Mẫu:attended",
        ),
        (
            "Tham dự kỳ họp có Bí thư Huyện ủy Trần Văn Dụ, các Phó Bí thư Huyện ủy: Chủ tịch UBND huyện Lê Thị Mẫu, "
            "Chủ tịch HĐND huyện Phạm Ví Thử.",
            "Dụ:attended Mẫu:attended Thử:attended",
        ),
        (
            "Dự hội nghị có: Trung ương có đồng chí Trần Văn Dụ; tỉnh Bình Mẫu có các đồng chí: Lê Thị Mẫu, "
            "Phạm Ví Thử; huyện Mẫu Tân có đồng chí Ngô Văn Tám.",
            "Dụ:attended Mẫu:attended Thử:attended Tám:attended",
        ),
        (
            "Về dự buổi lễ có đồng chí Trần Văn Dụ. Thành phố Mẫu Sơn có các đồng chí: Lê Thị Mẫu, Phó Bí thư; "
            "Phạm Ví Thử, Trưởng ban.",
            "Dụ:attended Mẫu:attended Thử:attended",
        ),
        ("Dự có đồng chí Trần Văn Dụ. Xã Mẫu Tân có bà Lê Thị Mẫu được khen thưởng.", "Dụ:attended Mẫu:mentioned"),
        ("Xã Mẫu Tân có bà Lê Thị Mẫu, nông dân giỏi.", "Mẫu:mentioned"),
        (
            "Đoàn do đồng chí Trần Văn Dụ làm trưởng đoàn, cùng bà Lê Thị Mẫu, Phó Bí thư, đã kiểm tra tại huyện.",
            "Dụ:attended Mẫu:attended",
        ),
        (
            "Đoàn do ông Lê Văn Mẫu làm trưởng đoàn đã đến chào Chủ tịch tỉnh Trần Văn Dụ.",
            "Mẫu:attended Dụ:attended",
        ),
        (
            "Đoàn công tác gồm có: Trần Văn Dụ, Trưởng đoàn; Lê Thị Mẫu, Phó Trưởng đoàn.",
            "Dụ:attended Mẫu:attended",
        ),
        ("Tỉnh ủy thành lập Đoàn giám sát gồm các ông Trần Văn Dụ, Lê Văn Mẫu.", "Dụ:mentioned Mẫu:mentioned"),
        ("Đi cùng đoàn có ông Trần Văn Dụ, Giám đốc Sở Y tế.", "Dụ:attended"),
        (
            "Phía Việt Nam: ông Trần Văn Dụ, Thứ trưởng; phía Lào: ông Lê Văn Mẫu, Vụ trưởng.",
            "Dụ:attended Mẫu:attended",
        ),
        ("Ở phía đông: ông Trần Văn Dụ trồng lúa.", "Dụ:mentioned"),
        (
            "Đại hội vinh dự đón tiếp đồng chí Trần Văn Dụ, Bí thư Tỉnh ủy tới dự và tặng hoa chúc mừng.",
            "Dụ:attended",
        ),
        ("Dự hội nghị có ông Trần Văn Dụ là con của ông Lê Văn Mẫu.", "Dụ:attended Mẫu:mentioned"),
        ("Dự có ông Trần Văn Dụ, hội nghị họp hai ngày, bà Lê Thị Mẫu làm thư ký.", "Dụ:attended Mẫu:mentioned"),
        ("Dự có ông Trần Văn Dụ, các đại biểu thuộc nhóm của bà Lê Thị Mẫu.", "Dụ:attended Mẫu:mentioned"),
        ("Đoàn do ông Lê Văn Mẫu dẫn đầu đã đến chào Chủ tịch tỉnh Trần Văn Dụ.", "Mẫu:attended Dụ:attended"),
        ("Đồng chí Trần Văn Dụ thay mặt đồng chí Phạm Ví Thử trao quà.", "Dụ:attended Thử:mentioned"),
    ],
)
def test_who_comes(text: str, found: str) -> None:
    assert roles(text) == told(found)


def test_a_list_may_stand_on_the_lines_below_its_head() -> None:
    lines = ("- Trần Văn Dụ, Bí thư Huyện ủy;", "- Lê Thị Mẫu, Phó Bí thư Huyện ủy.")
    assert roles("Chủ trì hội nghị có các đồng chí:", *lines) == told("Dụ:chaired Mẫu:chaired")
    after = "Buổi lễ bắt đầu lúc 8 giờ. Ông Phạm Ví Thử làm Trưởng ban tổ chức."
    assert roles("Tham dự có sự hiện diện của:", *lines, after) == told("Dụ:attended Mẫu:attended Thử:mentioned")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tổng Bí thư Trần Văn Dụ, Thủ tướng Phạm Ví Thử gửi lẵng hoa chúc mừng.", "Dụ:mentioned Thử:mentioned"),
        (
            "Dự đại hội có ông Ngô Văn Tám, Chủ tịch Hội Ví Dụ; Phó Chủ tịch nước Lê Thị Mẫu gửi lẵng hoa chúc mừng.",
            "Tám:attended Mẫu:mentioned",
        ),
        ("Nhân dịp này, Chủ tịch nước Trần Văn Dụ đã có thư chúc mừng ngành.", "Dụ:mentioned"),
        ("Trích lời Tổng Bí thư Trần Văn Dụ, bà Lê Thị Mẫu nhấn mạnh ba việc.", "Dụ:mentioned Mẫu:spoke"),
        ("Đồng chí Lê Văn Mẫu nhắc lời Tổng Bí thư Trần Văn Dụ: “Dân là gốc”.", "Mẫu:spoke Dụ:mentioned"),
        (
            "Trong bài phát biểu chỉ đạo tại hội nghị năm 2024, Tổng Bí thư Trần Văn Dụ đã nhấn mạnh 7 vấn đề.",
            "Dụ:mentioned",
        ),
        (
            "Trước đó, Bộ Ví Dụ đã lập đoàn thanh tra. Bộ trưởng Trần Văn Dụ cũng chỉ đạo lập tổ giám sát.",
            "Dụ:mentioned",
        ),
        ("Trước đó, các đại biểu đã thảo luận tại tổ. Bí thư Trần Văn Dụ chỉ đạo làm rõ ba việc.", "Dụ:spoke"),
        ("Tỉnh Mẫu đã lập đoàn kiểm tra. Bí thư Trần Văn Dụ chỉ đạo làm rõ ba việc.", "Dụ:spoke"),
        ("Bộ trưởng trao danh hiệu cho thân nhân Thượng tướng Trần Văn Dụ.", "Dụ:mentioned"),
        ("Lễ truy tặng danh hiệu “Anh hùng” cho Thượng tướng Trần Văn Dụ được tổ chức.", "Dụ:mentioned"),
        ("Đồng chí Lê Thị Mẫu trao bằng khen cho ông Trần Văn Dụ.", "Mẫu:attended Dụ:attended"),
        ("Ban Thường vụ thi hành kỷ luật ông Trần Văn Dụ vì thiếu kiểm tra, giám sát.", "Dụ:mentioned"),
        ("Thưa ông Trần Văn Dụ, ông đánh giá thế nào về kết quả này?", "Dụ:mentioned"),
        (
            "Thừa ủy quyền của Đại tướng Trần Văn Dụ, Trưởng ban Chỉ đạo chủ trì phiên họp, Thiếu "
            "tướng Lê Văn Mẫu nhấn mạnh: đây là việc mới.",
            "Dụ:mentioned Mẫu:spoke",
        ),
        ("Thay mặt đồng chí Trần Văn Dụ, đồng chí Lê Văn Mẫu phát biểu khai mạc.", "Dụ:mentioned Mẫu:spoke"),
        ("Dự hội nghị có bà Lê Thị Mẫu; ông Trần Văn Dụ vắng mặt.", "Mẫu:attended Dụ:mentioned"),
        (
            "Thành phần dự họp: Bà Lê Thị Mẫu - Phó phòng. Vắng: Ông Trần Văn Dụ (có lý do).",
            "Mẫu:attended Dụ:mentioned",
        ),
        ("Trước đó, tại cuộc họp báo, Bộ trưởng Trần Văn Dụ đã nêu ba việc.", "Dụ:mentioned"),
        ("Tại cuộc họp với Tỉnh ủy, Bộ trưởng Trần Văn Dụ đã nêu ba việc.", "Dụ:mentioned"),
        ("Nông dân cần có sự chia sẻ của ông Trần Văn Dụ.", "Dụ:mentioned"),
        ("Với sự chỉ đạo của đồng chí Trần Văn Dụ, công trình đã hoàn thành.", "Dụ:mentioned"),
        ("“Phải làm ngay”, đó là chia sẻ của con gái ông Trần Văn Dụ.", "Dụ:mentioned"),
    ],
)
def test_who_is_only_spoken_of(text: str, found: str) -> None:
    assert roles(text) == told(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đại hội đã nghe tham luận của các đại biểu: Trần Văn Dụ, Lê Thị Mẫu.", "Dụ:spoke Mẫu:spoke"),
        ("Đại hội nghe phát biểu chào mừng của đồng chí Trần Văn Dụ.", "Dụ:spoke"),
        ("Đại hội nghe bài hát của ông Trần Văn Dụ.", "Dụ:mentioned"),
        ("Đại hội biểu dương tấm gương của đồng chí Trần Văn Dụ.", "Dụ:mentioned"),
        ("Ông Trần Văn Dụ, bà Lê Thị Mẫu, ông Phạm Ví Thử tham gia ý kiến.", "Dụ:spoke Mẫu:spoke Thử:spoke"),
        ("Bà Lê Thị Mẫu, Phó Giám đốc, kiến nghị giảm lãi; ông Trần Văn Dụ đề xuất cấp đất.", "Mẫu:spoke Dụ:spoke"),
        ("Các chuyên gia như GS Trần Văn Dụ, TS Lê Thị Mẫu đã trình bày tham luận.", "Dụ:spoke Mẫu:spoke"),
        ("Trả lời đại biểu Lê Thị Mẫu, Bộ trưởng Trần Văn Dụ nói sẽ làm ngay.", "Mẫu:mentioned Dụ:spoke"),
        ("Phản hồi đại biểu Lê Thị Mẫu, Bộ trưởng Trần Văn Dụ nói sẽ làm ngay.", "Mẫu:mentioned Dụ:spoke"),
        ("Tại cuộc họp, Phó Chủ tịch UBND tỉnh Trần Văn Dụ đã trình bày hai đề án.", "Dụ:spoke"),
        ("Tham gia trả lời chất vấn còn có Bộ trưởng Trần Văn Dụ, Thứ trưởng Lê Thị Mẫu.", "Dụ:spoke Mẫu:spoke"),
        ("Cùng tham gia giải trình có các Bộ trưởng: Trần Văn Dụ, Lê Thị Mẫu.", "Dụ:spoke Mẫu:spoke"),
        ("Hội thảo có sự tham gia chia sẻ của ông Trần Văn Dụ và bà Lê Thị Mẫu.", "Dụ:spoke Mẫu:spoke"),
        ("Chương trình có các tham luận của TS Trần Văn Dụ, PGS.TS Lê Thị Mẫu.", "Dụ:spoke Mẫu:spoke"),
        ("Sau khi nghe tham luận của ông Trần Văn Dụ, bà Lê Thị Mẫu trao quà.", "Dụ:spoke Mẫu:attended"),
        ("Sau khi nghe ông Trần Văn Dụ báo cáo, đồng chí Lê Thị Mẫu yêu cầu làm ngay.", "Dụ:spoke Mẫu:spoke"),
        ("Phải làm thật nhanh. Đó là yêu cầu của đồng chí Trần Văn Dụ tại hội nghị.", "Dụ:spoke"),
        ("Ông Trần Văn Dụ hóm hỉnh: “Chúng tôi đã làm việc này từ lâu rồi”.", "Dụ:spoke"),
        ("Ông Trần Văn Dụ cùng tập thể nêu cao khẩu hiệu: “Toàn dân đoàn kết xây dựng quê hương mới”.", "Dụ:mentioned"),
        ("Ông Trần Văn Dụ tham gia phong trào: “Toàn dân đoàn kết xây dựng đời sống văn hóa”.", "Dụ:attended"),
    ],
)
def test_who_speaks(text: str, found: str) -> None:
    assert roles(text) == told(found)


@pytest.mark.parametrize(
    "text",
    [
        "Hoa Kỳ cho biết sẽ hỗ trợ.",
        "Đoàn Việt Nam do Bộ Mẫu cử đã lên đường.",
        "Phó Chủ tịch Tổng Liên đoàn gợi ý bốn nhiệm vụ.",
    ],
)
def test_countries_and_unions_that_begin_like_a_surname_are_nobody(text: str) -> None:
    assert roles(text) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sáng 5-3, tại cuộc họp về tiến độ cầu Mẫu, Bộ trưởng Trần Văn Dụ đã yêu cầu làm ngay.", "Dụ:spoke"),
        ("Trước đó, tại cuộc họp về tiến độ cầu Mẫu, Bộ trưởng Trần Văn Dụ đã yêu cầu làm ngay.", "Dụ:mentioned"),
        ("Sáng 5-3, ông Trần Văn Dụ từng yêu cầu làm ngay.", "Dụ:mentioned"),
    ],
)
def test_the_meeting_with_which_an_article_opens_is_the_one_it_is_about(text: str, found: str) -> None:
    block = Block("b1", "lead", text, 1)
    assert {p.name.split()[-1]: p.role for p in READER.read((block,), Meta()).people} == told(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Đặt câu hỏi chất vấn ông Trần Văn Dụ, Giám đốc Sở Ví Dụ về quỹ đất, đại biểu Lê Thị Mẫu cho rằng có sai.",
            "Dụ:mentioned Mẫu:spoke",
        ),
        ("Đặt câu hỏi với hội nghị, ông Trần Văn Dụ mong có lời đáp.", "Dụ:spoke"),
        ("Báo Mẫu dẫn lời ông Trần Văn Dụ cho biết cầu sẽ xong.", "Dụ:spoke"),
        ("Bà Lê Thị Mẫu dẫn lời ông Trần Văn Dụ để nhắc các sở.", "Mẫu:spoke Dụ:mentioned"),
        ("Vận động ứng cử đại biểu HĐND tỉnh, Bí thư Tỉnh ủy Trần Văn Dụ khẳng định sẽ làm.", "Dụ:spoke"),
    ],
)
def test_who_is_asked_cited_or_stands_for_election(text: str, found: str) -> None:
    assert roles(text) == told(found)


@pytest.mark.parametrize(
    "text",
    [
        "Đại biểu có số phiếu tín nhiệm thấp gồm các ông Trần Văn Dụ, Lê Văn Mẫu.",
        "Ông Trần Văn Dụ đang làm việc tại xưởng thì mất điện.",
        "Ông Trần Văn Dụ vắng mặt trong cuộc họp vì bận đón khách.",
        "Ông Trần Văn Dụ dẫn đầu danh sách tín nhiệm cao.",
        "Ông Trần Văn Dụ nhận mức kỷ luật khiển trách.",
        "Ông Trần Văn Dụ (Phó Giám đốc Trung tâm Điều hành chương trình) cũng được bổ nhiệm.",
        "Ông Trần Văn Dụ đã vi phạm nguyên tắc và quy chế làm việc, thiếu kiểm tra, giám sát.",
        "Ông Trần Văn Dụ thôi tham gia Ban Chấp hành để nhận nhiệm vụ mới.",
        "Ông Trần Văn Dụ cũng không tiếp xúc cử tri trong năm nay.",
    ],
)
def test_what_is_no_deed_in_a_meeting_makes_nobody_a_guest(text: str) -> None:
    assert set(roles(text).values()) == {"mentioned"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Giải thích vì sao không giữ ông Lê Văn Mẫu từ đầu, ông Trần Văn Dụ nói điều đó.", "Mẫu:mentioned Dụ:spoke"),
        ("Trước đó, ngày 23-11, ông Trần Văn Dụ cho biết quy tắc sẽ được ban hành.", "Dụ:mentioned"),
        ("Tờ Ví Dụ bình luận, ông Trần Văn Dụ là ứng cử viên sáng giá.", "Dụ:mentioned"),
        ("Kết luận còn nêu ông Trần Văn Dụ sai trong việc bán đất.", "Dụ:mentioned"),
        ("Kết luận hội nghị, ông Trần Văn Dụ nêu việc bán đất.", "Dụ:spoke"),
        ("Ông Trần Văn Dụ và Phu nhân đã gặp ông Lê Văn Mẫu.", "Dụ:attended Mẫu:attended"),
        ("Ông Trần Văn Dụ đã thăm trụ sở và trao đổi với ông Lê Văn Mẫu.", "Dụ:attended Mẫu:attended"),
        ("Ông Trần Văn Dụ trao đổi với báo chí rằng việc này khó.", "Dụ:spoke"),
        ('Ông Lê Văn Mẫu đã đề nghị xem lại việc này", ông Trần Văn Dụ nói.', "Mẫu:mentioned Dụ:spoke"),
        ("Đoàn đã tiếp xúc, trao đổi với lãnh đạo các nước, trong đó có ông Lê Văn Mẫu.", "Mẫu:mentioned"),
    ],
)
def test_who_of_two_does_it_and_when(text: str, found: str) -> None:
    assert roles(text) == told(found)


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Văn Dụ: Tín nhiệm cao: 39 phiếu; tín nhiệm thấp: 0 phiếu.",
        "Ông Trần Văn Dụ: 45 phiếu.",
        "Ông Trần Văn Dụ vừa ký Thông báo kết luận số 75 về việc này.",
        "Ông Trần Văn Dụ trực tiếp ký quyết định chuyển ngạch cho tám người.",
        "Bà con bất ngờ khi ông Trần Văn Dụ tham gia thi công chức.",
        "Ông Trần Văn Dụ nhận phiếu tín nhiệm thấp nhiều nhất.",
        "Việc này làm khó ông Trần Văn Dụ, vì các phường không bao giờ đề xuất.",
        "Việc ông Trần Văn Dụ làm gây ảnh hưởng đến sự đoàn kết, thống nhất trong cơ quan.",
        "Lúc đó ông Trần Văn Dụ khẳng định sẽ làm quyết liệt.",
    ],
)
def test_votes_signatures_and_what_others_do_are_no_deed_in_the_meeting(text: str) -> None:
    assert set(roles(text).values()) == {"mentioned"}


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban Kiểm tra đánh giá ông Trần Văn Dụ đã thiếu trung thực.",
        "Ngày 5-3, Ủy ban Kiểm tra Tỉnh ủy nhận thấy ông Trần Văn Dụ vi phạm nguyên tắc tập trung dân chủ.",
        "Nguồn tin này xác nhận ông Trần Văn Dụ đã bổ nhiệm lại một số cán bộ.",
        "Người phát ngôn UBND tỉnh cũng cho biết, bản chất của việc này là ông Trần Văn Dụ chưa hiểu rõ.",
        "Đề nghị Ban Bí thư thi hành kỷ luật ông Trần Văn Dụ.",
        "Toàn bộ đại biểu nhất trí bầu 4 phó chủ tịch, gồm các ông Trần Văn Dụ và Lê Văn Mẫu tái cử.",
        "Giới thiệu ông Trần Văn Dụ để hội nghị bầu làm bí thư.",
        "Bầu bổ sung ông Trần Văn Dụ vào Ban Chấp hành.",
        "Đối với kiểm tra khi có dấu hiệu vi phạm với ông Trần Văn Dụ, các sở phải kiểm điểm.",
        "Xét quá trình công tác, đóng góp của ông Trần Văn Dụ, Bộ Chính trị quyết định cảnh cáo.",
        "Ông Trần Văn Dụ đã thiếu kiểm tra, buông lỏng việc của kho hàng.",
        "Ông Trần Văn Dụ ký các văn bản đồng ý cho giảm vốn.",
        "Ông Trần Văn Dụ có văn bản yêu cầu các sở kiểm tra toàn bộ các cửa hàng.",
        "Ông Trần Văn Dụ nhận 23/33 phiếu tín nhiệm thấp.",
        "Ông Trần Văn Dụ phải bàn giao hồ sơ trước ngày 8-11.",
        "Ông Trần Văn Dụ tham gia điều hành Công ty Ví Dụ do người nhà sáng lập.",
        "Ông Trần Văn Dụ đã không báo cáo Tỉnh ủy việc này.",
        "Quá trình kiểm điểm, ông Trần Văn Dụ chưa nghiêm túc tự phê bình.",
        "Ông Lê phát hiện ông Trần Văn Dụ liên lạc, hẹn gặp bằng một số máy khác.",
        "Lãnh đạo Thành ủy nói, ông Trần Văn Dụ là cán bộ dày dạn.",
        "Để lo cho phiên họp cuối năm, Tổng thư ký Trần Văn Dụ đã gửi phiếu tới các xã.",
        "Với số phiếu tán thành là 51, ông Trần Văn Dụ đã được bầu vào Ban Chấp hành.",
        "Xét kết quả, đóng góp của bản thân, ông Trần Văn Dụ bị cảnh cáo.",
    ],
)
def test_what_organs_find_and_what_somebody_is_blamed_for_is_no_speech(text: str) -> None:
    assert roles(text)["Dụ"] == "mentioned"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đề xuất được Chủ tịch UBND tỉnh Trần Văn Dụ thống nhất.", "Dụ:mentioned"),
        ("Đề xuất được Chủ tịch UBND tỉnh Trần Văn Dụ đồng ý tại hội nghị.", "Dụ:spoke"),
        ("Đúng một năm trước, trong cuộc họp do Chủ tịch Trần Văn Dụ chủ trì, các xã đã ký cam kết.", "Dụ:mentioned"),
        ("Cuối tháng 10, ông Trần Văn Dụ dẫn đầu đoàn công tác đi nước ngoài.", "Dụ:mentioned"),
        ("Đoàn thanh tra gồm 6 thành viên do ông Trần Văn Dụ làm Trưởng đoàn.", "Dụ:mentioned"),
        ("Đoàn công tác do ông Trần Văn Dụ làm trưởng đoàn đã đến thăm.", "Dụ:attended"),
        ("Trưởng đoàn kiểm tra là ông Trần Văn Dụ - Ủy viên Bộ Chính trị.", "Dụ:attended"),
        ("Tổng Bí thư Trần Văn Dụ có cuộc làm việc với Tỉnh ủy Bình Mẫu.", "Dụ:attended"),
        (
            "Thủ tướng Trần Văn Dụ, Trưởng Ban Chỉ đạo triển khai Nghị quyết 8/2023/QH15 của Quốc hội về một số cơ "
            "chế, chính sách đặc thù, chủ trì hội nghị lần thứ hai của Ban Chỉ đạo.",
            "Dụ:chaired",
        ),
        ("Nhà kho do ông Trần Văn Dụ và các con đứng tên, đồng thời yêu cầu xã đo lại ruộng.", "Dụ:mentioned"),
        ("Do bà Lê Thị Mẫu đã nghỉ hẳn nên lớp đã gửi báo cáo đến phường.", "Mẫu:mentioned"),
        ('Sở đã chủ trì họp góp ý với họ tại cơ sở", ông Trần Văn Dụ thông tin.', "Dụ:spoke"),
        ('Ông Trần Văn Dụ truy tiếp: "Tôi hỏi, việc đình chỉ đã làm hay chưa làm".', "Dụ:spoke"),
        ("Theo văn bản đánh giá cán bộ của Huyện ủy, ông Trần Văn Dụ hoàn thành nhiệm vụ.", "Dụ:mentioned"),
        ("Tại đây, sư trụ trì chùa Ba Mẫu Thích Trí Dụ xác nhận việc này là có thật.", "Dụ:spoke"),
    ],
)
def test_who_leads_who_agrees_and_who_is_only_named(text: str, found: str) -> None:
    assert roles(text) == told(found)


def test_who_has_left_an_office_is_not_meant_by_it_while_another_has_it() -> None:
    found = roles(
        "Bí thư Bình Mẫu Trần Văn Dụ khẳng định sẽ tiết kiệm.",
        "Bí thư Tỉnh ủy đề nghị các sở tránh thất thu.",
        "Trước đó, ông Lê Văn Mẫu thôi chức Bí thư Tỉnh ủy.",
    )
    assert found == told("Dụ:spoke Mẫu:mentioned")


def test_an_office_that_is_to_be_filled_is_nobody() -> None:
    later = "“Phải chờ thông báo”, vị lãnh đạo này nói."
    found = roles(
        "Một lãnh đạo HĐND tỉnh nói sẽ bầu 2 chức danh là phó chủ tịch HĐND và phó chủ tịch UBND tỉnh. " + later,
        "Ông Trần Văn Dụ từng là phó chủ tịch UBND tỉnh.",
    )
    assert found == told("Dụ:mentioned")


def test_streets_in_a_list_are_nobody() -> None:
    assert roles("Các tuyến đường Phan Văn Mẫu, Trần Văn Dụ sẽ được mở rộng.") == {}
