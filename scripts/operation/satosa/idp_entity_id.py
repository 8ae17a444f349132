from satosa.micro_services.base import ResponseMicroService


class IdpEntityId(ResponseMicroService):
    """Passes on which IdP vouched for the person: SATOSA itself tells the portal nothing of it."""

    def process(self, context, data):
        data.attributes["idpentityid"] = [data.auth_info.issuer]
        return super().process(context, data)
