# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# A full hall: 12 counters, 20 services, somebody waiting for most of them.

HALL_NAMES=("Hộ tịch" "Chứng thực" "Đất đai" "Lao động - Thương binh và Xã hội" "Bảo trợ xã hội"
	"Xây dựng - Quy hoạch" "Hộ kinh doanh" "Thi đua - Khen thưởng" "Tôn giáo - Tín ngưỡng"
	"Văn hóa - Thể thao" "Giáo dục và Đào tạo" "Nông nghiệp và Môi trường"
	"Tiếp công dân, phản ánh kiến nghị" "Trẻ em và bình đẳng giới" "Y tế - Dân số"
	"Trả kết quả" "Hỗ trợ nộp hồ sơ trực tuyến trên Cổng Dịch vụ công"
	"Hỗ trợ VNeID và định danh điện tử" "Thanh toán trực tuyến" "Bưu chính công ích")
HALL_OFFICERS=("Nguyễn Thị Hoa" "Trần Văn Bình" "Lê Ngọc Lan" "Phạm Minh Đức" "Võ Thị Tuyết Mai"
	"Huỳnh Nguyễn Phương Thảo" "Đặng Quốc Cường" "Bùi Thị Kim Ngân" "Ngô Hoàng Anh"
	"Dương Thị Mỹ Linh" "Lý Thành Nhân" "Hồ Thị Cẩm Tú")

hall_registers() {
	local letters=ABCDEFGHIJKLMNOPQRST i j codes

	for i in "${!HALL_NAMES[@]}"; do
		printf 's%02d,%s,"%s"\n' "$i" "${letters:i:1}" "${HALL_NAMES[i]}"
	done >services
	{ echo code,prefix,name; cat services; } | osq-admin import services
	for i in "${!HALL_OFFICERS[@]}"; do
		echo "o$i,${HALL_OFFICERS[i]}"
	done >officers
	{ echo code,name; cat officers; } | osq-admin import officers
	for i in "${!HALL_OFFICERS[@]}"; do
		codes=
		for ((j = i; j < 20; j += 12)); do
			codes+=$(printf ' s%02d' "$j")
		done
		printf '%d,"Quầy %s",%s\n' $((i + 1)) "${HALL_NAMES[i]}" "${codes# }"
	done >counters
	{ echo code,name,services; cat counters; } | osq-admin import counters
	rm services officers counters
}

make_full_hall() {
	local i

	osq-admin init
	osq-admin config name 'Trung tâm Phục vụ hành chính công xã Trường Long A'
	osq-admin config hotline '0293 3953 999'
	osq-admin config notice 'Sáng thứ Bảy làm việc từ 7 giờ đến 11 giờ 30. Người cao tuổi, phụ nữ mang thai và người khuyết tật vui lòng báo nhân viên hướng dẫn để được ưu tiên phục vụ.'
	hall_registers
	for ((i = 0; i < 11; i++)); do
		osq-call open -c $((i + 1)) --officer "o$i"
		osq-ticket issue "$(printf s%02d "$i")" --name 'Nguyễn Văn Kín'
		osq-ticket issue "$(printf s%02d "$i")"
	done
	for ((i = 0; i < 10; i++)); do
		at "09:$((10 + i))"
		osq-call next -c $((i + 1))
		[ $((i % 3)) -eq 0 ] || osq-call start -c $((i + 1))
	done
	at 10:00
	osq-call pause -c 11
}

# The office of this test, and its day up to ten in the morning; made once a file.
full_hall() {
	common_setup
	if [ ! -e "$BATS_FILE_TMPDIR/hall.db" ]; then
		make_full_hall >/dev/null
		osq-admin backup "$BATS_FILE_TMPDIR/hall.db" >/dev/null
	else
		cp "$BATS_FILE_TMPDIR/hall.db" osq.db
	fi
	at 10:00
}
