.DEFAULT_GOAL := help
.PHONY: help build test format demo sandbox bench chaos reproducible man clean

MVN := mvn -B -ntp
JAR := target/catalog-import.jar
APP := target/catalog-import
SEED ?= $(shell date +%s)
STACKS ?= $(if $(WORKERS),60,200)
KILLS ?= $(if $(WORKERS),24,60)

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

build: $(APP)/catalog-import.jsa ## Build the executable jar and the launcher, without tests
	@echo "Built. Next: $(APP)/catalog-import --help"

# The jar's own time is fixed, so that builds can be repeated; make needs the real one.
$(JAR): pom.xml $(shell find src/main -type f)
	@echo "Building, which takes a minute or two"
	$(MVN) -q package -Dmaven.test.skip=true
	@touch $@

# Without an archive the launcher works too, only slower: that a machine cannot make one is no reason to fail.
$(APP)/catalog-import.jsa: $(JAR) $(wildcard src/launcher/*)
	@rm -rf $(APP)
	@java -Djarmode=tools -jar $(JAR) extract --destination $(APP)
	@cp src/launcher/catalog-import.sh $(APP)/catalog-import
	@cp src/launcher/prepare.sh $(APP)/prepare
	@$(APP)/prepare || true

test: ## Run all checks and tests
	$(MVN) verify
	@touch $(JAR)

format: ## Format the code
	$(MVN) -q spotless:apply

demo: $(JAR) ## Plan and import the sample input against the sandbox
	@src/demo/demo.sh

sandbox: $(JAR) ## Run the sandbox with the sample input's scene
	java -jar $(JAR) sandbox --seed sample-input/sandbox

bench: $(APP)/catalog-import.jsa ## Measure speed, calls and memory (ONLY=polling|lane|calls|rows|validation|file|lanes|workers|start|templates|discover, FULL=1)
	$(MVN) -q test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
	@java -Dbench.full=$(if $(FULL),true,false) -cp target/test-classes:target/classes:$$(cat target/test.classpath) io.catalogimport.bench.Benchmarks $(ONLY)

chaos: $(JAR) ## Kill the program again and again and see that nothing is lost (SEED=, STACKS=, KILLS=; WORKERS=4 share the run)
	$(MVN) -q test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
	@java -cp target/test-classes:target/classes:$$(cat target/test.classpath) io.catalogimport.chaos.ChaosRun $(SEED) $(STACKS) $(KILLS) $(if $(WORKERS),$(WORKERS) $(ONLY))

reproducible: ## Build the jar twice and see that both are the same
	$(MVN) -q clean package -Dmaven.test.skip=true
	@sha256sum $(JAR) | tee target.sha256
	$(MVN) -q clean package -Dmaven.test.skip=true
	@sha256sum --check target.sha256; status=$$?; rm -f target.sha256; exit $$status

man: $(JAR) ## Write the man pages to target/man (needs asciidoctor)
	$(MVN) -q test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
	@java -cp target/classes:$$(cat target/test.classpath) picocli.codegen.docgen.manpage.ManPageGenerator \
		--force --outdir target/man io.catalogimport.cli.CatalogImport
	asciidoctor --backend manpage --destination-dir target/man 'target/man/*.adoc'

clean: ## Remove what was built; ledger and results stay
	$(MVN) -q clean
