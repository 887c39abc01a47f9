# The pages of the area `people`.
people-title = الأشخاص والتقدم
people-lead = الأشخاص والدعوات والتقدم في جماعتكم الترابية.
