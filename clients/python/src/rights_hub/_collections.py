"""Made by scripts/generate.py from openapi/openapi.json. Do not edit."""

from collections.abc import AsyncIterator, Iterator
from typing import Unpack

from . import _entries as of
from ._asking import AsyncCollection, AsyncConnection, Collection, Connection, Page


class CaseStudies(Collection[of.CaseStudy]):
    """What organisations and people changed with human rights, and what came of it."""

    name = "case-studies"

    def list(self, **query: Unpack[of.CaseStudyQuery]) -> Page[of.CaseStudy]:
        return self._list(query)

    def each(self, **query: Unpack[of.CaseStudyQuery]) -> Iterator[of.CaseStudy]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.CaseStudy:
        return self._get(key, query)


class Courses(Collection[of.Course]):
    """Training in human rights for those who work in health and care, open, in-house or online."""

    name = "courses"

    def list(self, **query: Unpack[of.CourseQuery]) -> Page[of.Course]:
        return self._list(query)

    def each(self, **query: Unpack[of.CourseQuery]) -> Iterator[of.Course]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Course:
        return self._get(key, query)


class Evaluations(Collection[of.Evaluation]):
    """Independent evaluations, finding by finding, with page references."""

    name = "evaluations"

    def list(self, **query: Unpack[of.EvaluationQuery]) -> Page[of.Evaluation]:
        return self._list(query)

    def each(self, **query: Unpack[of.EvaluationQuery]) -> Iterator[of.Evaluation]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Evaluation:
        return self._get(key, query)


class Events(Collection[of.Event]):
    """Learning events, trainings, conferences, hearings, consultations and international days."""

    name = "events"

    def list(self, **query: Unpack[of.EventQuery]) -> Page[of.Event]:
        return self._list(query)

    def each(self, **query: Unpack[of.EventQuery]) -> Iterator[of.Event]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Event:
        return self._get(key, query)


class Guides(Collection[of.Guide]):
    """Steps for change: how to use human rights on problems in one's own institution."""

    name = "guides"

    def list(self, **query: Unpack[of.GuideQuery]) -> Page[of.Guide]:
        return self._list(query)

    def each(self, **query: Unpack[of.GuideQuery]) -> Iterator[of.Guide]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Guide:
        return self._get(key, query)


class Instruments(Collection[of.Instrument]):
    """Laws, treaties, resolutions, constitutions and declarations that set out rights."""

    name = "instruments"

    def list(self, **query: Unpack[of.InstrumentQuery]) -> Page[of.Instrument]:
        return self._list(query)

    def each(self, **query: Unpack[of.InstrumentQuery]) -> Iterator[of.Instrument]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Instrument:
        return self._get(key, query)


class News(Collection[of.News]):
    """What happened in human rights in health and care, with further reading."""

    name = "news"

    def list(self, **query: Unpack[of.NewsQuery]) -> Page[of.News]:
        return self._list(query)

    def each(self, **query: Unpack[of.NewsQuery]) -> Iterator[of.News]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.News:
        return self._get(key, query)


class Organisations(Collection[of.Organisation]):
    """Who provides, oversees, funds, studies or campaigns; closed and merged bodies stay on record."""

    name = "organisations"

    def list(self, **query: Unpack[of.OrganisationQuery]) -> Page[of.Organisation]:
        return self._list(query)

    def each(self, **query: Unpack[of.OrganisationQuery]) -> Iterator[of.Organisation]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Organisation:
        return self._get(key, query)


class Pages(Collection[of.Page]):
    """The hub's own sections: home, why, who, how and what."""

    name = "pages"

    def list(self, **query: Unpack[of.PageQuery]) -> Page[of.Page]:
        return self._list(query)

    def each(self, **query: Unpack[of.PageQuery]) -> Iterator[of.Page]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Page:
        return self._get(key, query)


class People(Collection[of.Person]):
    """Those who speak, write and work for rights in health and care, each with consent on record."""

    name = "people"

    def list(self, **query: Unpack[of.PersonQuery]) -> Page[of.Person]:
        return self._list(query)

    def each(self, **query: Unpack[of.PersonQuery]) -> Iterator[of.Person]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Person:
        return self._get(key, query)


class Projects(Collection[of.Project]):
    """Work that puts human rights into health and care: who, why, how, and what came of it."""

    name = "projects"

    def list(self, **query: Unpack[of.ProjectQuery]) -> Page[of.Project]:
        return self._list(query)

    def each(self, **query: Unpack[of.ProjectQuery]) -> Iterator[of.Project]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Project:
        return self._get(key, query)


class Resources(Collection[of.Resource]):
    """Publications and practical tools, with every language and format in which they can be had."""

    name = "resources"

    def list(self, **query: Unpack[of.ResourceQuery]) -> Page[of.Resource]:
        return self._list(query)

    def each(self, **query: Unpack[of.ResourceQuery]) -> Iterator[of.Resource]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Resource:
        return self._get(key, query)


class Rights(Collection[of.Right]):
    """Provisions of laws and treaties, explained for health and care."""

    name = "rights"

    def list(self, **query: Unpack[of.RightQuery]) -> Page[of.Right]:
        return self._list(query)

    def each(self, **query: Unpack[of.RightQuery]) -> Iterator[of.Right]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Right:
        return self._get(key, query)


class Testimonies(Collection[of.Testimony]):
    """Quotations, testimonies and interviews: voices from services, professions and politics."""

    name = "testimonies"

    def list(self, **query: Unpack[of.TestimonyQuery]) -> Page[of.Testimony]:
        return self._list(query)

    def each(self, **query: Unpack[of.TestimonyQuery]) -> Iterator[of.Testimony]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Testimony:
        return self._get(key, query)


class Topics(Collection[of.Topic]):
    """Subjects, from the broad to the narrow, under which everything in the hub is found."""

    name = "topics"

    def list(self, **query: Unpack[of.TopicQuery]) -> Page[of.Topic]:
        return self._list(query)

    def each(self, **query: Unpack[of.TopicQuery]) -> Iterator[of.Topic]:
        return self._each(query)

    def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Topic:
        return self._get(key, query)


class Collections:
    """Every collection of the hub."""

    def __init__(self, connection: Connection) -> None:
        self.case_studies = CaseStudies(connection)
        self.courses = Courses(connection)
        self.evaluations = Evaluations(connection)
        self.events = Events(connection)
        self.guides = Guides(connection)
        self.instruments = Instruments(connection)
        self.news = News(connection)
        self.organisations = Organisations(connection)
        self.pages = Pages(connection)
        self.people = People(connection)
        self.projects = Projects(connection)
        self.resources = Resources(connection)
        self.rights = Rights(connection)
        self.testimonies = Testimonies(connection)
        self.topics = Topics(connection)


class AsyncCaseStudies(AsyncCollection[of.CaseStudy]):
    """What organisations and people changed with human rights, and what came of it."""

    name = "case-studies"

    async def list(self, **query: Unpack[of.CaseStudyQuery]) -> Page[of.CaseStudy]:
        return await self._list(query)

    def each(self, **query: Unpack[of.CaseStudyQuery]) -> AsyncIterator[of.CaseStudy]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.CaseStudy:
        return await self._get(key, query)


class AsyncCourses(AsyncCollection[of.Course]):
    """Training in human rights for those who work in health and care, open, in-house or online."""

    name = "courses"

    async def list(self, **query: Unpack[of.CourseQuery]) -> Page[of.Course]:
        return await self._list(query)

    def each(self, **query: Unpack[of.CourseQuery]) -> AsyncIterator[of.Course]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Course:
        return await self._get(key, query)


class AsyncEvaluations(AsyncCollection[of.Evaluation]):
    """Independent evaluations, finding by finding, with page references."""

    name = "evaluations"

    async def list(self, **query: Unpack[of.EvaluationQuery]) -> Page[of.Evaluation]:
        return await self._list(query)

    def each(self, **query: Unpack[of.EvaluationQuery]) -> AsyncIterator[of.Evaluation]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Evaluation:
        return await self._get(key, query)


class AsyncEvents(AsyncCollection[of.Event]):
    """Learning events, trainings, conferences, hearings, consultations and international days."""

    name = "events"

    async def list(self, **query: Unpack[of.EventQuery]) -> Page[of.Event]:
        return await self._list(query)

    def each(self, **query: Unpack[of.EventQuery]) -> AsyncIterator[of.Event]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Event:
        return await self._get(key, query)


class AsyncGuides(AsyncCollection[of.Guide]):
    """Steps for change: how to use human rights on problems in one's own institution."""

    name = "guides"

    async def list(self, **query: Unpack[of.GuideQuery]) -> Page[of.Guide]:
        return await self._list(query)

    def each(self, **query: Unpack[of.GuideQuery]) -> AsyncIterator[of.Guide]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Guide:
        return await self._get(key, query)


class AsyncInstruments(AsyncCollection[of.Instrument]):
    """Laws, treaties, resolutions, constitutions and declarations that set out rights."""

    name = "instruments"

    async def list(self, **query: Unpack[of.InstrumentQuery]) -> Page[of.Instrument]:
        return await self._list(query)

    def each(self, **query: Unpack[of.InstrumentQuery]) -> AsyncIterator[of.Instrument]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Instrument:
        return await self._get(key, query)


class AsyncNews(AsyncCollection[of.News]):
    """What happened in human rights in health and care, with further reading."""

    name = "news"

    async def list(self, **query: Unpack[of.NewsQuery]) -> Page[of.News]:
        return await self._list(query)

    def each(self, **query: Unpack[of.NewsQuery]) -> AsyncIterator[of.News]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.News:
        return await self._get(key, query)


class AsyncOrganisations(AsyncCollection[of.Organisation]):
    """Who provides, oversees, funds, studies or campaigns; closed and merged bodies stay on record."""

    name = "organisations"

    async def list(self, **query: Unpack[of.OrganisationQuery]) -> Page[of.Organisation]:
        return await self._list(query)

    def each(self, **query: Unpack[of.OrganisationQuery]) -> AsyncIterator[of.Organisation]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Organisation:
        return await self._get(key, query)


class AsyncPages(AsyncCollection[of.Page]):
    """The hub's own sections: home, why, who, how and what."""

    name = "pages"

    async def list(self, **query: Unpack[of.PageQuery]) -> Page[of.Page]:
        return await self._list(query)

    def each(self, **query: Unpack[of.PageQuery]) -> AsyncIterator[of.Page]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Page:
        return await self._get(key, query)


class AsyncPeople(AsyncCollection[of.Person]):
    """Those who speak, write and work for rights in health and care, each with consent on record."""

    name = "people"

    async def list(self, **query: Unpack[of.PersonQuery]) -> Page[of.Person]:
        return await self._list(query)

    def each(self, **query: Unpack[of.PersonQuery]) -> AsyncIterator[of.Person]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Person:
        return await self._get(key, query)


class AsyncProjects(AsyncCollection[of.Project]):
    """Work that puts human rights into health and care: who, why, how, and what came of it."""

    name = "projects"

    async def list(self, **query: Unpack[of.ProjectQuery]) -> Page[of.Project]:
        return await self._list(query)

    def each(self, **query: Unpack[of.ProjectQuery]) -> AsyncIterator[of.Project]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Project:
        return await self._get(key, query)


class AsyncResources(AsyncCollection[of.Resource]):
    """Publications and practical tools, with every language and format in which they can be had."""

    name = "resources"

    async def list(self, **query: Unpack[of.ResourceQuery]) -> Page[of.Resource]:
        return await self._list(query)

    def each(self, **query: Unpack[of.ResourceQuery]) -> AsyncIterator[of.Resource]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Resource:
        return await self._get(key, query)


class AsyncRights(AsyncCollection[of.Right]):
    """Provisions of laws and treaties, explained for health and care."""

    name = "rights"

    async def list(self, **query: Unpack[of.RightQuery]) -> Page[of.Right]:
        return await self._list(query)

    def each(self, **query: Unpack[of.RightQuery]) -> AsyncIterator[of.Right]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Right:
        return await self._get(key, query)


class AsyncTestimonies(AsyncCollection[of.Testimony]):
    """Quotations, testimonies and interviews: voices from services, professions and politics."""

    name = "testimonies"

    async def list(self, **query: Unpack[of.TestimonyQuery]) -> Page[of.Testimony]:
        return await self._list(query)

    def each(self, **query: Unpack[of.TestimonyQuery]) -> AsyncIterator[of.Testimony]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Testimony:
        return await self._get(key, query)


class AsyncTopics(AsyncCollection[of.Topic]):
    """Subjects, from the broad to the narrow, under which everything in the hub is found."""

    name = "topics"

    async def list(self, **query: Unpack[of.TopicQuery]) -> Page[of.Topic]:
        return await self._list(query)

    def each(self, **query: Unpack[of.TopicQuery]) -> AsyncIterator[of.Topic]:
        return self._each(query)

    async def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.Topic:
        return await self._get(key, query)


class AsyncCollections:
    """Every collection of the hub."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.case_studies = AsyncCaseStudies(connection)
        self.courses = AsyncCourses(connection)
        self.evaluations = AsyncEvaluations(connection)
        self.events = AsyncEvents(connection)
        self.guides = AsyncGuides(connection)
        self.instruments = AsyncInstruments(connection)
        self.news = AsyncNews(connection)
        self.organisations = AsyncOrganisations(connection)
        self.pages = AsyncPages(connection)
        self.people = AsyncPeople(connection)
        self.projects = AsyncProjects(connection)
        self.resources = AsyncResources(connection)
        self.rights = AsyncRights(connection)
        self.testimonies = AsyncTestimonies(connection)
        self.topics = AsyncTopics(connection)
