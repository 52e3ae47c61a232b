"""Words by which the reader of organisations tells where a name goes on and where it ends."""

from __future__ import annotations

# Ways to write a level; the rest stand for themselves.
LEVELS = {
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
    "q": "quận",
    "h": "huyện",
    "p": "phường",
    "thành": "thành phố",
    "thị": "thị xã",
}
NUMBERED = frozenset(("khu", "đoàn", "vùng", "điểm"))  # "Quân khu 9", "Sư đoàn 316": the number belongs to the name
ROMAN_AFTER = frozenset(("phương", "vực", "vùng", "cánh"))  # "Vụ Địa phương III", "khu vực II"
HAMLETS = frozenset(("thôn", "ấp", "khóm", "buôn", "bon", "bản", "làng", "tổ", "khu"))
# Surnames that hardly any commune's name begins with.
NO_PLACE = frozenset(("nguyễn", "trần", "phạm", "bùi", "phan", "huỳnh", "trịnh", "trương"))
# Heads whose field of work may go on in lower-case words that the vocabulary does not know.
TAILED = frozenset(
    (
        *(
            "ban",
            "ban chỉ đạo",
            "bcđ",
            "ban quản lý",
            "ban qlda",
            "bql",
            "bqlda",
            "ban liên lạc",
            "ban vận động",
            "tiểu ban",
            "phòng",
            "cục",
            "chi cục",
            "vụ",
            "cơ quan",
            "đội",
            "tổ",
        ),
        *("viện", "học viện", "phân viện", "trường", "bệnh viện", "bảo tàng", "khoa", "bộ môn"),
        *("ngân hàng", "công ty", "tổng công ty", "tập đoàn", "nhà máy", "xí nghiệp", "nhà hát", "thư viện", "tạp chí"),
        *("công ty cổ phần", "công ty cp", "công ty tnhh", "công ty tnhh mtv", "ngân hàng tmcp", "hợp tác xã", "htx"),
        *("hội", "hiệp hội", "liên hiệp", "liên hiệp hội", "liên đoàn", "câu lạc bộ"),
        *(
            "hội đồng tư vấn",
            "hội đồng khoa học",
            "hội đồng quản lý",
            "ban tổ chức",
            "thanh tra",
            "văn phòng",
            "chi nhánh",
        ),
        *("văn phòng đại diện", "doanh nghiệp tư nhân", "công ty luật", "nhà xuất bản", "khu công nghiệp", "mạng lưới"),
        *("sở", "bộ", "tổng cục", "chi hội", "liên minh", "hội đồng thẩm định", "tổ thư ký"),
        *("trường đại học", "trường đh", "đại học", "trường cao đẳng", "trường trung cấp", "trạm", "xưởng", "cty"),
        *("trung tâm", "ủy ban", "quỹ", "tổ công tác", "tổ giúp việc", "đoàn giám sát", "đoàn kiểm tra", "hội đồng"),
    )
)
# … as a list with commas, or in words that elsewhere begin a predicate.
WIDE = frozenset(("ban chỉ đạo", "bcđ", "ban quản lý", "ban qlda", "bql", "bqlda", "tổ công tác", "tổ giúp việc"))
# Bodies of a place; a firm has none of them.
GOVERN = frozenset(
    ("cấp ủy", "UBND", "HĐND", "MTTQ", "Trung ương", "trung ương nhà nước", "tư pháp", "cơ quan nhà nước")
)
# Bodies behind whose names another country's may stand: "Bộ Ngoại giao | Nhật Bản", "Quốc hội | Lào".
ABROAD = frozenset(("cơ quan nhà nước", "trung ương nhà nước", "lực lượng vũ trang", "hội", "Trung ương"))
# What a party that is no party of this country is for: "Đảng | Cộng sản Cuba".
CAUSES = (("cộng", "sản"), ("nhân", "dân", "cách", "mạng"), ("nhân", "dân"))
# Two words of such a party's name of which the first, by itself, would end a name.
CAUSE_WORDS = frozenset(
    ("xã hội", "chủ nghĩa", "thống nhất", "công nhân", "công bằng", "công lý", "dân chủ", "tự do", "đại chúng")
)
BOARDS = frozenset(("hđqt", "hđtv"))
OWN_NAMES = frozenset(("lực lượng vũ trang", "đoàn thể", "đảng bộ"))
TITLE_ENDS = frozenset(("thư", "tịch", "nhiệm", "trưởng", "đốc", "ban", "phòng", "phó", "viên", "tướng", "đoàn"))
# Firms: three capitals behind one of these, by itself, are rather a person.
FIRMS = frozenset(
    (
        "tập đoàn",
        "tổng công ty",
        "công ty",
        "ngân hàng",
        "thuế",
        "điện lực",
        "bưu điện",
        "viễn thông",
        "chi nhánh",
        "htx",
        "hợp tác xã",
        "nhà máy",
        "xí nghiệp",
        "hiệp hội",
        "trung tâm y tế",
        "trung tâm chính trị",
        "trường chính trị",
        "trung tâm kiểm soát bệnh tật",
        "đài phát thanh và truyền hình",
        "đài phát thanh - truyền hình",
        "đài pt-th",
        "đài truyền hình",
    )
)
# Ranks of the army and the police: no name of an organisation goes on with one.
ARMED = ("tướng", "đô đốc", "tá", "úy")
# Before a name: behind a dash they begin a person.
TEACHERS = frozenset(("thầy", "cô", "ông", "bà", "anh", "chị", "đồng", "nhà"))
# Units that in lower case, too, stand for themselves behind an office where nothing goes on their name.
SMALL_UNITS = frozenset(
    (
        *("sở", "tập đoàn", "tổng công ty", "công ty", "ngân hàng", "trung tâm", "bệnh viện", "học viện", "viện"),
        *("hợp tác xã", "nhà máy", "xí nghiệp", "bảo tàng", "chi nhánh", "hiệp hội", "liên đoàn", "câu lạc bộ"),
        *("hội", "trường", "báo", "đài", "quỹ", "cục", "vụ", "tạp chí"),
    )
)
MAX_TOKENS = 40  # no organisation's name is longer; keeps hostile text linear
MAX_TAIL = 9  # words of a field of work that the vocabulary does not know
MAX_TASK = 20  # words and marks of a steering committee's task
# Where such a task is over in any case.
TASK_ENDS = frozenset(
    (
        *("đã", "đang", "sẽ", "vừa", "cũng", "là", "có", "được", "bị", "tại", "cùng", "cho", "với", "do", "của", "nên"),
        *("thì", "mà", "để", "khi", "sau", "trước", "theo", "này", "đồng", "ông", "bà", "phó", "trưởng", "giám", "chủ"),
        *("bí", "nguyên", "làm", "đến", "năm", "tháng"),
    )
)
# Two words of a field of work of which the first, by itself, would begin a predicate.
COMPOUNDS = frozenset(
    (
        *("công nghệ", "công nghiệp", "công trình", "công chúng", "công cộng", "công dân", "công ích", "công chứng"),
        *("phát triển", "phát thanh", "phát hành", "phát minh", "báo chí", "cấp cứu", "cấp nước", "chuyển đổi"),
        *("chuyển giao", "giải phóng", "giao thông", "đầu tư", "kết cấu", "đồng bào", "cộng đồng", "hội đồng"),
        *("hợp đồng", "hướng nghiệp", "vận tải", "vận động", "sáng kiến", "dự báo", "sáng chế", "thực phẩm"),
        *("thực vật", "thực tiễn", "hợp tác", "trên biển", "trong nước", "ngoài nước", "giới tính", "cảm biến"),
        *(
            "công tác",
            "bổ trợ",
            "trợ giúp",
            "lập pháp",
            "mầm non",
            "phổ thông",
            "cấp cao",
            "tổng hợp",
            "dự phòng",
            "giám sát",
            "truyền thông",
            "báo tử",
            "đồng hương",
            "hỗ trợ",
            "khởi nghiệp",
            "xây dựng",
            "nâng cao",
            "dân chủ",
            "ở cơ",  # "dân chủ | ở cơ sở"
            "tham nhũng",
            "chương trình",
            "quy trình",
            "phục hồi",
            "hồi sức",
            "thu hồi",
            "quá trình",
            "di sản",
            "biên giới",
            "thế giới",
            "cơ giới",
            "gìn giữ",
            "giữ hòa",
            "phân phối",
            "điều phối",
            "liên kết",
            "kết nối",
            "tuyên truyền",
            "tuyên giáo",
            "tiếp thị",
            "thông minh",
            "đa phương",
            "nội tiết",
            "đào tạo",
            "bồi dưỡng",
            "hướng dẫn",
            "hành trình",
            "thị trường",
            "tham mưu",
            "chuyển mạch",
            "thực hành",
            "giao dịch",
            "hợp nhất",
            "công đoàn",
            "công lập",
            "đồng bằng",
            "một cửa",
            "giải pháp",
        ),
    )
)
# Two words that, behind "Trung tâm", "Cục" …, rather go on its name than tell how something is done.
BUSINESSES = frozenset(
    (
        *("điều hành", "quản lý", "hướng nghiệp", "hướng dẫn", "giám định", "kiểm nghiệm", "kiểm định", "kiểm soát"),
        *("tham vấn", "chính sách", "đại diện", "chủ quyền", "tự động", "trực tuyến"),
    )
)
# Fields of work that, in lower case behind a complete name, tell what is being done: "Giám đốc Bệnh viện | kiểm tra …".
ACTIVITIES = frozenset(
    (
        *("kiểm tra", "giám sát", "quản lý", "đào tạo", "phát triển", "tổ chức", "nghiên cứu", "kiểm soát", "kiểm sát"),
        *("thanh tra", "chỉ đạo", "khen thưởng", "thi đua", "tuyên truyền", "thông tin", "bảo tồn", "tư vấn"),
        *("đầu tư", "hiệp thương", "bầu cử", "liên lạc", "chỉ huy", "biên tập", "biên soạn", "phục vụ"),
    )
)
# With these a predicate begins for certain: the words before them still belong to the name …
PREDICATE_BEGINS = frozenset(("đã", "đang", "sẽ", "vừa", "cũng", "cho"))
# … unless one of them says how something is done.
ADVERBS = frozenset(
    (
        *("trực", "thay", "đại", "thường", "chân", "vui", "phấn", "nhiệt", "bày", "long", "trân", "chính", "cùng"),
        *("thừa", "lần", "nhân", "sau", "ghi", "ân", "xúc", "tự", "nhanh", "kịp", "chủ", "tích", "thẳng", "thống"),
        *("tham", "thông", "kiểm", "giám", "quản", "điều", "hướng", "luôn", "tận", "nghiêm", "quyết", "cương", "khẩn"),
    )
)
# Behind "và" these are people beside the one whose office it is, and no field of work.
JOINED_PEOPLE = frozenset(
    (
        *("các", "những", "nhiều", "một", "hai", "ba", "bốn", "ông", "bà", "anh", "chị", "đồng", "cô", "thầy", "người"),
        *("lãnh", "đại", "thành", "cộng", "cán", "nhân", "phóng", "vợ", "chồng", "con", "gia", "nguyên", "cựu", "đoàn"),
        *("toàn", "đông", "phía", "hàng", "đặc", "chính", "đơn", "sau", "trước", "trong", "ngoài", "tất", "hiện"),
    )
)
# What a committee is set up for once: "Ban Chỉ đạo | Tháng Thanh niên", "Ban Tổ chức | Cuộc thi …".
OCCASIONS = frozenset(
    (
        *(
            "tháng",
            "cuộc",
            "hội thi",
            "lễ hội",
            "lễ",
            "chương trình",
            "đề án",
            "dự án",
            "giải",
            "cuộc thi",
            "liên hoan",
            "kỳ thi",
        ),
        *(
            "lễ tang",
            "quốc tang",
            "lễ viếng",
            "ngày",
            "năm",
            "phong trào",
            "chiến dịch",
            "festival",
            "đại lễ",
            "hội khỏe",
            "hội thao",
            "hội chợ",
            "tuần",
        ),
    )
)
# What a steering committee does with such a thing: "Ban Chỉ đạo | thực hiện | Đề án …".
CARRIES_OUT = frozenset(("thực hiện", "triển khai", "tổ chức", "xây dựng", "chuẩn bị", "tổng kết", "sơ kết"))
TASKS = frozenset(("nghị quyết", "chỉ thị", "quy chế", "kết luận", "chiến lược", "kế hoạch", "luật", "cuộc vận động"))
# A steering committee's task may name one of these.
PLAGUES = frozenset(("aids", "hiv", "/", "covid"))
# What follows a number that belongs to a ward's name: "phường Cổ Mẫu 2 và …", but "phường Cổ Mẫu 2 đồng chí".
AFTER_NUMBER = frozenset(
    (
        *("và", "với", "cùng", "đã", "đang", "sẽ", "vừa", "cũng", "là", "có", "được", "bị", "cho", "về", "tại"),
        *("trong", "nơi", "nhằm"),
        *("do", "để", "khi", "theo", "phát", "chủ", "dự", "tham", "báo", "trình", "ra", "họp", "đến", "từ", "nhấn"),
        *("yêu", "đề", "khẳng", "tiếp", "triển", "thực", "kiêm", "trao", "thăm", "công", "tuyên", "quán"),
    )
)
# Two words with which a predicate begins; the first alone could go on a name.
PREDICATES = frozenset(
    (
        *("long trọng", "trang trọng", "trọng thể", "tưng bừng", "chính thức", "đồng loạt", "phối hợp", "tổ chức"),
        *("gặp mặt", "gặp gỡ", "họp mặt", "kỷ niệm", "khai giảng", "khai mạc", "bế giảng", "bế mạc", "khởi công"),
        *("khánh thành", "tiến hành", "tiếp tục", "tiếp nhận", "tiếp xúc", "tập huấn", "ký kết", "thông báo"),
        *("thông qua", "giao ban", "sơ kết", "tổng kết", "hưởng ứng", "tham gia", "tham dự", "triển khai", "thực hiện"),
        *("thành lập", "đăng cai", "công bố", "tuyên dương", "vinh dự", "hoàn thành", "phấn đấu", "thường xuyên"),
    )
)
