"""What a type checker must refuse: each line that ends in `# wrong`, and no other."""

from uuid import UUID

from refund_sdks.digital_river import DigitalRiver, RequestMoney
from refund_sdks.geins import Geins
from refund_sdks.riverty import AsyncRiverty, Riverty
from refund_sdks.violet import Violet

riverty = Riverty(auth_key="...")
riverty.refunds.get("1")  # wrong
riverty.refunds.get("1", 2)  # wrong
riverty.refunds.get("1", "2", "3")  # wrong
riverty.refunds.list(order_numbr="1")  # wrong
riverty.refunds.list("1", timeout=3)  # wrong
print(riverty.refund)  # wrong
print(riverty.refunds.list("1").refund)  # wrong
riverty.refunds.with_response.list(1)  # wrong
Riverty("key")  # wrong
Riverty(auth_key="...", environment="prod")  # wrong
Geins(username="u", password="p", api_key="k").refunds.get(1, "no uuid")  # wrong
Geins(username="u", password="p", api_key="k").refunds.get("1", UUID(int=1))  # wrong
Violet(token="t", app_secret="s", app_id="1").refunds.list("1")  # wrong
DigitalRiver(token="t").refunds.create("1", "comment")  # wrong
DigitalRiver(token="t").refunds.create("1", comments=1)  # wrong
DigitalRiver(token="t").refunds.create("1", comments=None)  # wrong
RequestMoney(value="12.50")  # wrong
RequestMoney(value=12.5)  # wrong
RequestMoney(1)  # wrong


async def forgotten() -> None:
    async with AsyncRiverty(auth_key="...") as client:
        answer = client.refunds.list("1")
        print(answer.refunds)  # wrong
