from answer_builder import catalogue
from answer_builder.authorities import shipped


def test_every_answer_of_the_catalogue_can_be_chosen(client):
    page = client.get("/").get_data(as_text=True)
    for slug, answer in catalogue.shipped().items():
        assert f'href="/answers/{slug}"' in page
        assert answer.title in page
        assert answer.when in page


def test_situations_come_first_and_in_their_order(client):
    page = client.get("/").get_data(as_text=True)
    order = ["solved", "will_be_solved", "no_date", "cannot", "court_decision", "extension"]
    places = [page.index(f"/answers/{slug}") for slug in order]
    assert places == sorted(places)


def test_every_page_names_the_authority(client):
    assert shipped()["sakhalin_minstroy"].title in client.get("/").get_data(as_text=True)
