"""Harvests a repository with Sickle, an OAI-PMH client for Python, and prints a line for each record.

    python3 tests/harvest.py http://127.0.0.1:8080/oai [from]

`record NAME` stands for a record, `deleted NAME` for one that is gone. Every verb is tried; a verb that does not
answer as it should ends the script with an exception.
"""

import json
import sys

from sickle import Sickle
from sickle.oaiexceptions import BadArgument, BadResumptionToken, CannotDisseminateFormat, IdDoesNotExist, NoRecordsMatch


def refused(error, ask):
    try:
        ask()
    except error:
        return
    raise AssertionError(f"{error.__name__} was expected")


def main(base, since=None):
    client = Sickle(base)
    identify = client.Identify()
    assert identify.deletedRecord == "persistent" and identify.granularity == "YYYY-MM-DDThh:mm:ssZ"
    formats = [form.metadataPrefix for form in client.ListMetadataFormats()]
    assert formats == ["oai_dc", "schema_org"], formats
    sets = {one.setSpec for one in client.ListSets()}

    period = {"from": since} if since else {}
    records = list(client.ListRecords(metadataPrefix="oai_dc", **period))
    headers = list(client.ListIdentifiers(metadataPrefix="oai_dc", **period))
    assert [record.header.identifier for record in records] == [header.identifier for header in headers]
    for record in records:
        assert set(record.header.setSpecs) <= sets
        assert record.deleted or record.metadata["title"], record.header.identifier
        print("deleted" if record.deleted else "record", record.header.identifier)
    for record in client.ListRecords(metadataPrefix="schema_org", ignore_deleted=True, **period):
        text = record.xml.find(".//{urn:x-rights-hub:schema-org:1}jsonld").text
        assert json.loads(text)["@context"]["@vocab"] == "https://schema.org/"
    one = client.GetRecord(identifier=headers[0].identifier, metadataPrefix="oai_dc")
    assert one.header.identifier == headers[0].identifier
    posting = Sickle(base, http_method="POST")
    assert len(list(posting.ListIdentifiers(metadataPrefix="oai_dc", **period))) == len(headers)

    refused(CannotDisseminateFormat, lambda: client.ListRecords(metadataPrefix="marc21"))
    refused(NoRecordsMatch, lambda: client.ListRecords(metadataPrefix="oai_dc", until="0001-01-01"))
    refused(BadArgument, lambda: client.ListRecords(metadataPrefix="oai_dc", until="yesterday"))
    refused(BadResumptionToken, lambda: client.ListRecords(resumptionToken="junk"))
    refused(IdDoesNotExist, lambda: client.GetRecord(identifier="oai:nobody", metadataPrefix="oai_dc"))


if __name__ == "__main__":
    main(*sys.argv[1:])
