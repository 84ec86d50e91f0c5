# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Typed clients, a sub-package an API:

* `refund_sdks.afterpay`
* `refund_sdks.geins`
* `refund_sdks.riverty`
* `refund_sdks.violet`
* `refund_sdks.digital_river`
"""
