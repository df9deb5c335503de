"""GEXF: the network of actors with its dates, for the timeline of Gephi."""

from __future__ import annotations

from datetime import date
from typing import BinaryIO
from xml.etree import ElementTree

from communique.export.graphml import legible_network
from communique.model import Graph

filename = "graph.gexf"


def write(graph: Graph, out: BinaryIO) -> None:
    """The network, GEXF 1.2 in UTF-8, written to `out`; an edge is there from its earliest to its latest day.

    An edge without a date is there all the time. What networkx notes of the day of writing is left out, so
    that the same graph gives the same bytes.
    """
    from networkx.readwrite.gexf import GEXFWriter

    network = legible_network(graph)
    for _, _, key, data in network.edges(keys=True, data=True):
        data["id"], data["facttype"] = key, data.pop("type")  # `type` of an edge is its direction here
        if data["earliest"] > str(date.min):
            data["start"] = data["earliest"]
        if data["latest"] and data["latest"] < str(date.max):
            data["end"] = data["latest"]
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    meta = writer.xml.find("meta")
    meta.attrib.clear()
    meta.find("creator").text = "communique"
    ElementTree.indent(writer.xml)
    out.write(ElementTree.tostring(writer.xml, encoding="utf-8", xml_declaration=True) + b"\n")
