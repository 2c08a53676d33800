"""Calls the tools of a running Ibid with the unmodified mcp package: mcp_client.py ADDRESS. Prints one line if all holds."""
import asyncio
import sys

from mcp import Client

QUESTION = "How much was the ferry Aurelia sold for?"


async def check(address, mode):
    """Every tool and a resource, by the newest protocol that both know or by the older one."""
    async with Client(address + "/mcp", mode=mode) as client:
        tools = await client.list_tools()
        assert [tool.name for tool in tools.tools] == ["search", "fetch", "ask", "check"]
        found = (await client.call_tool("search", {"query": "ferry Aurelia"})).structured_content["results"]
        article = (await client.call_tool("fetch", {"id": found[0]["id"]})).structured_content
        assert article["title"] == found[0]["title"] and found[0]["text"] in article["text"]
        resource = await client.read_resource("ibid://articles/" + found[0]["id"])
        assert resource.contents[0].text == article["text"]
        asked = await client.call_tool("ask", {"question": QUESTION})
        answer = asked.structured_content
        assert "two million crowns. [1][2]" in asked.content[0].text
        for footnote in answer["footnotes"]:
            source = (await client.call_tool("fetch", {"id": footnote["article"]["id"]})).structured_content
            quote = footnote["quote"]
            assert source["text"][quote["start"]:quote["end"]] == quote["exact"]
        verdict = await client.call_tool("check", {"claim": answer["sentences"][0]["text"],
                                                   "evidence": [answer["footnotes"][0]["quote"]["exact"]]})
        assert verdict.structured_content["label"] == "full"
        refused = await client.call_tool("fetch", {"id": "no-such-article"})
        assert refused.is_error and "search" in refused.content[0].text


for generation in ("auto", "legacy"):
    asyncio.run(check(sys.argv[1], generation))
print("all promises hold")
