# What is saved where, and what was refused (pages/account/attention).
account-attention-sync-now = Sync now
account-attention-reload = Reload the page
account-attention-nothing-kept = This browser keeps nothing after the page is closed (private browsing, or full storage). What is not sent is lost when you close it.
account-attention-refused-at = Refused: { $when }
account-attention-words = What you wrote
account-attention-copy = Copy what you wrote
account-attention-not-copied = Copying failed. Please select the text and copy it yourself.
account-attention-dismiss = Remove from this list
account-attention-waiting = Waiting to be sent
account-attention-nothing-waits = There is nothing waiting to be sent.
account-attention-device = This device
account-attention-synced = Last synced
account-attention-never = Not yet
account-attention-size = Space used
account-attention-version = Version of the platform
account-attention-unknown = Unknown
account-attention-own-device = This is my own device
account-attention-own-device-hint = On your own device your data stays after you sign out, and remains available offline. On a shared device it is erased when you sign out.
account-attention-refused = { PLURAL($count) ->
    [one] { $count } change was refused
   *[other] { $count } changes were refused
}
