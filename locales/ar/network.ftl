# The pages of the area `network`.
network-directory-title = الشبكة
network-directory-lead = أعضاء الشبكة حسب الجهة والصنف.
network-collectivity-title = جماعة ترابية
network-collectivity-lead = أشخاصها وتكويناتها وتجاربها.
