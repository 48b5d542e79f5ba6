package dev.b3lb.branding;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.ModulesBody;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.PresentationModule;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Gives a tenant's meetings their looks, unless the client has chosen others. */
@ApplicationScoped
public class Brand {

    private static final String LOGO = "logo";
    private static final String STYLE = "userdata-bbb_custom_style_url";
    private static final String PRE_UPLOADED = "preUploadedPresentation";
    private static final String PRE_UPLOADED_NAME = "preUploadedPresentationName";

    private final Brandings brandings;
    private final AssetLinks links;
    private final SlideModules slides;
    private final ModulesBody bodies = new ModulesBody();

    @Inject
    Brand(Brandings brandings, AssetLinks links, SlideModules slides) {
        this.brandings = brandings;
        this.links = links;
        this.slides = slides;
    }

    /** The parameters of a create, with the tenant's logo unless the client named one. */
    public QueryParameters onCreate(Account account, QueryParameters asked) {
        boolean wanted = has(account, AssetKind.LOGO) && isMissing(asked, LOGO);
        return wanted ? asked.with(LOGO, links.link(account.tenantSlug(), AssetKind.LOGO)) : asked;
    }

    /** The parameters of a join, with the tenant's style sheet unless the client named one, or none. */
    public QueryParameters onJoin(Account account, QueryParameters asked) {
        boolean wanted = has(account, AssetKind.CSS) && asked.first(STYLE).isEmpty();
        return wanted ? asked.with(STYLE, links.link(account.tenantSlug(), AssetKind.CSS)) : asked;
    }

    /**
     * A create with the tenant's slide unless the client sent a presentation. The slide travels in an XML body, as the
     * client's own would, and with its content if it is small. Where the parameters need the body for themselves it is
     * named by a parameter.
     *
     * @param create with all its parameters, since their length counts
     */
    public NodeRequest withSlide(Account account, NodeRequest create) {
        Optional<AssetFile> slide = brandings.branding(account.tenantId()).file(AssetKind.SLIDE);
        if (slide.isEmpty() || create.call() != ApiCall.CREATE || !isMissing(create.parameters(), PRE_UPLOADED)) {
            return create;
        }
        boolean bodyIsFree = ModulesBody.isEmpty(create.body());
        if (bodyIsFree && create.needsForm()) {
            return byParameters(account, slide.get(), create);
        }
        if (!bodyIsFree && !bodies.takesPresentation(create.body().get())) {
            return create;
        }
        PresentationModule module = module(account, slide.get());
        return new NodeRequest(
                create.call(),
                create.parameters(),
                Optional.of(
                        bodyIsFree ? module.body() : bodies.with(create.body().get(), module)));
    }

    private NodeRequest byParameters(Account account, AssetFile slide, NodeRequest create) {
        QueryParameters named = create.parameters()
                .with(PRE_UPLOADED, links.link(account.tenantSlug(), AssetKind.SLIDE))
                .with(PRE_UPLOADED_NAME, slide.fileName());
        return NodeRequest.of(create.call(), named);
    }

    private PresentationModule module(Account account, AssetFile slide) {
        return slides.inline(account.tenantId(), slide)
                .orElseGet(() ->
                        PresentationModule.byUrl(links.link(account.tenantSlug(), AssetKind.SLIDE), slide.fileName()));
    }

    private boolean has(Account account, AssetKind kind) {
        return brandings.branding(account.tenantId()).file(kind).isPresent();
    }

    private static boolean isMissing(QueryParameters asked, String name) {
        return asked.first(name).orElse("").isBlank();
    }
}
