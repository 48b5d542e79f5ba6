package dev.b3lb.parameter;

import dev.b3lb.tenant.Tenant;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What an operator decided about one parameter of a tenant's calls. */
@Entity
@Table(name = "parameter_rule")
public class ParameterRule {

    @Id
    private UUID id;

    @Version
    private int version;

    @NotNull
    @ManyToOne(optional = false)
    private Tenant tenant;

    @NotNull
    private String parameter;

    @NotNull
    @Enumerated(EnumType.STRING)
    private RuleMode mode;

    @NotNull
    private String value;

    /** For JPA. */
    protected ParameterRule() {}

    /** A rule that takes the parameter away, until it is told otherwise. */
    public ParameterRule(UUID id, Tenant tenant, KnownParameter parameter) {
        this.id = id;
        this.tenant = tenant;
        this.parameter = parameter.name();
        this.mode = RuleMode.BLOCK;
        this.value = "";
    }

    /** How often it has been changed; tells whether somebody else has changed it meanwhile. */
    public int getVersion() {
        return version;
    }

    public Tenant getTenant() {
        return tenant;
    }

    public String getParameter() {
        return parameter;
    }

    public RuleMode getMode() {
        return mode;
    }

    public String getValue() {
        return value;
    }

    /**
     * Decides anew.
     *
     * @param newMode what is done with the parameter
     * @param newValue what it is given; empty for BLOCK
     */
    public void decide(RuleMode newMode, String newValue) {
        this.mode = newMode;
        this.value = newValue;
    }
}
