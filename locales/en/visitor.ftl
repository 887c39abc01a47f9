# What public pages say of accounts: how a visitor asks for one.
account-demonstration-title = Demonstration
account-no-account-title = No account?
account-ask-lead = An account is opened with an invitation. It depends on your collectivity who invites you:
account-ask-focal = It is a member of the network: its focal point invites you.
account-ask-coordination = It is not, or it has no focal point yet: the coordination of the network invites you.
account-ask-kept = Meanwhile your progress stays saved on this device. It is added to your account when you open one on this device.
account-ask-language = Language of the request
account-ask-text = Text of the request
account-ask-copy = Copy the request
account-ask-subject = Request for an invitation to Multaqa
account-ask-message = Hello,
    I follow the training modules of Multaqa, the platform of the Moroccan Network of Open Local Governments, and would like to open an account, so that I can receive my certificates. Could you please send me an invitation?
    { $link }
    My name:
    My function:
    My collectivity:
account-no-account-find = Find my collectivity in the network
account-recovery-operator = the operator of the server
people-message-mail = Send by email
