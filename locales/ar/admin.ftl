# The pages of the area `admin`.
admin-title = تسيير الشبكة
admin-lead = الانخراط ونقط الارتكاز والدعوات.
