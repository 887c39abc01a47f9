# The directory of the network and the page of a collectivity.
network-title = The network
network-lead = The territorial collectivities that belong to the network, their experiences and their focal points.
network-regions = regions
network-councils = prefectural and provincial councils
network-communes = communes
network-figures-note = Calculated from the directory; only known memberships are counted.
network-map = Members by region
network-region-members = { PLURAL($count) ->
    [one] { $region }: { $count } member
   *[other] { $region }: { $count } members
}
network-filter = Filter the directory
network-search = Search by name
network-in = { $province }, { $region }
network-named = { $name } ({ $within })
network-province = Province or prefecture
network-region = Region
network-all-regions = All regions
network-kind = Level
network-all-kinds = All levels
network-list = List
network-list-hint = The national list includes every collectivity of Morocco: regions, prefectures, provinces and communes.
network-list-members = Members of the network
network-list-all = The whole national list
network-list-out-of-reach = The national list is not on this device and cannot be loaded without a connection. Members of the network can still be browsed.
network-results = { $count ->
    [0] No collectivity
   *[other] { PLURAL($count) ->
        [one] { $count } collectivity
       *[other] { $count } collectivities
    }
}
network-show-more = { PLURAL($count) ->
    [one] Show more ({ $count } left)
   *[other] Show more ({ $count } left)
}
network-nothing-title = No collectivity matches
network-nothing-text = It may not be a known member. Search the national list, or clear the filters.
network-search-all = Search the national list
network-clear = Clear the filters
network-member = Member of the network
network-member-since = Member since { $month }
network-not-known = Membership not known
network-collectivity = Collectivity
network-breadcrumbs = Breadcrumb
network-unknown-title = Collectivity not found
network-unknown-text = The address matches no collectivity of the national list.
network-population = Legal population (2024)
network-joined = Joined the network
network-source = Source
network-source-page = Page that shows the membership
network-code = HCP code
network-experiences = Its experiences
network-no-experience-title = No published experience yet
network-no-experience-text = Experiences of this collectivity will appear here once its focal point has validated them.
network-all-experiences = Browse all experiences
network-write = Write an experience
network-people = Contacts
network-people-sign-in = Focal points are shown to registered users after signing in.
network-people-none = No focal point has been named on the platform yet.
